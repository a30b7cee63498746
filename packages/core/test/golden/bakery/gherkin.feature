# language: en
Feature: Cake orders

  # FR-4 While the shop is closed, the system shall take orders for the day after tomorrow at the earliest. (◇ our guess)
  # How would you check that FR-4 works?

  Rule: FEAT-1 Placing an order
    FEAT-1: Customers choose a cake and a day.

    # FR-1 When a customer chooses a day, the system shall show how many cakes can still be ordered for it.

    # ◇ our guess
    @FR-1 @AC-1.1 @happy @must @inferred
    Scenario: AC-1.1 9 is shown
      Given 3 of 12 cakes are ordered for Saturday
      When the customer chooses Saturday
      Then 9 is shown

    @FR-1 @AC-1.2 @edge @must
    Scenario: AC-1.2 When two customers order the last cake at once, one of them is told that the day is full.
      When two customers order the last cake at once
      Then one of them is told that the day is full

    # FR-2 If the 13th cake of a day is ordered, the system shall refuse it and name the next free day.
    # How would you check that FR-2 works?

    # ◇ our guess
    @FR-2 @AC-2.1 @error @must @inferred
    Scenario: AC-2.1 the order is refused and Monday is offered
      Given 12 cakes are ordered for Saturday
      When a customer chooses Saturday
      Then the order is refused and Monday is offered

  Rule: FEAT-2 The list for the bakers
    FEAT-2: The list for the bakers. (◇ our guess)

    # FR-8 It still works in the cellar, where there is no signal!

    @FR-8 @AC-8.1 @happy
    Scenario: AC-8.1 The list opens with the phone in flight mode.
      Then The list opens with the phone in flight mode.

    # FR-3 Where the customer has left a number, when the cake is ready, the system shall send a text message.
    # How would you check that FR-3 works?

    # FR-9 As a baker, I want to tick off a cake, so that nobody bakes it twice.
    # How would you check that FR-9 works?

    # ◇ our guess
    @FR-9 @AC-9.1 @happy @inferred
    Scenario: AC-9.1 A ticked cake is grey on both phones.
      Then A ticked cake is grey on both phones.
