# language: en
Feature: Cake orders

  # FR-4 While the shop is closed, the system shall take orders for the day after tomorrow at the earliest. (◇ our guess)

  Rule: FEAT-1 Placing an order
    FEAT-1: Customers choose a cake and a day.

    @FR-1 @AC-1.1 @happy @must
    Scenario: AC-1.1 Free places
      Given 3 of 12 cakes are ordered for Saturday
      When the customer chooses Saturday
      Then 9 is shown

    @FR-1 @AC-1.2 @edge @must
    Scenario: AC-1.2 Free places
      Given 11 of 12 cakes are ordered
      When two customers order at once
      Then one of them is told that the day is full

    @FR-2 @AC-2.1 @error @must
    Scenario: AC-2.1 the order is refused and Monday is offered
      Given 12 cakes are ordered for Saturday
      When a customer chooses Saturday
      Then the order is refused and Monday is offered

  Rule: FEAT-2 The list for the bakers
    FEAT-2: The list for the bakers. (◇ our guess)

    # FR-3 Where the customer has left a number, when the cake is ready, the system shall send a text message.
