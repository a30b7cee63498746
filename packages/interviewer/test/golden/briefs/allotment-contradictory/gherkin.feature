# language: en
Feature: allotment-contradictory

  @FR-6 @AC-6.1 @happy @must
  Scenario: AC-6.1 they see it, and nothing beyond it
    Given a person who has this right
    When they open what they may see or change
    Then they see it, and nothing beyond it

  @FR-6 @AC-6.2 @error @must
  Scenario: AC-6.2 it is refused, they see nothing of it, and nothing is changed
    Given a person who does not have this right
    When they try to reach it, also by its address
    Then it is refused, they see nothing of it, and nothing is changed

  @FR-7 @AC-7.1 @happy @must @inferred
  Scenario: AC-7.1 it is accepted, and the person sees the confirmation
    Given a request that keeps to the rule
    When it is sent
    Then it is accepted, and the person sees the confirmation

  @FR-7 @AC-7.2 @error @must @inferred
  Scenario: AC-7.2 it is refused, the person sees the reason, and nothing is saved
    Given a request that breaks the rule
    When it is sent
    Then it is refused, the person sees the reason, and nothing is saved

  Rule: FEAT-1 Payment
    FEAT-1: Payment (◇ our guess)

    @FR-2 @AC-2.1 @happy @must
    Scenario: AC-2.1 it shows every entry that belongs in it, and no other
      Given entries that belong in it and others that do not
      When it is due or opened
      Then it shows every entry that belongs in it, and no other

    @FR-2 @AC-2.2 @edge @must
    Scenario: AC-2.2 it appears and says that there is nothing in it
      Given there is no entry that belongs in it
      When it is due or opened
      Then it appears and says that there is nothing in it

    @FR-3 @AC-3.1 @happy @must
    Scenario: AC-3.1 they see it, and nothing beyond it
      Given a person who has this right
      When they open what they may see or change
      Then they see it, and nothing beyond it

    @FR-3 @AC-3.2 @error @must
    Scenario: AC-3.2 it is refused, they see nothing of it, and nothing is changed
      Given a person who does not have this right
      When they try to reach it, also by its address
      Then it is refused, they see nothing of it, and nothing is changed

    @FR-4 @AC-4.1 @happy @must
    Scenario: AC-4.1 the amount is shown as paid, once, and the person sees the confirmation
      Given an amount is due
      When the payment succeeds
      Then the amount is shown as paid, once, and the person sees the confirmation

    @FR-4 @AC-4.2 @error @must
    Scenario: AC-4.2 the amount stays unpaid, and the person sees that nothing was paid
      Given an amount is due
      When the payment is refused or breaks off
      Then the amount stays unpaid, and the person sees that nothing was paid

    @FR-5 @AC-5.1 @happy @could
    Scenario: AC-5.1 the amount is shown as paid, once, and the person sees the confirmation
      Given an amount is due
      When the payment succeeds
      Then the amount is shown as paid, once, and the person sees the confirmation

    @FR-5 @AC-5.2 @error @could
    Scenario: AC-5.2 the amount stays unpaid, and the person sees that nothing was paid
      Given an amount is due
      When the payment is refused or breaks off
      Then the amount stays unpaid, and the person sees that nothing was paid
