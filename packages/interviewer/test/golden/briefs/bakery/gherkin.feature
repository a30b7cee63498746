# language: en
Feature: bakery

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

  @FR-5 @AC-5.1 @happy @must
  Scenario: AC-5.1 it shows every entry that belongs in it, and no other
    Given entries that belong in it and others that do not
    When it is due or opened (4:30)
    Then it shows every entry that belongs in it, and no other

  @FR-5 @AC-5.2 @edge @must
  Scenario: AC-5.2 it appears and says that there is nothing in it
    Given there is no entry that belongs in it
    When it is due or opened (4:30)
    Then it appears and says that there is nothing in it

  Rule: FEAT-1 Orders
    FEAT-1: Orders (◇ our guess)

    @FR-1 @AC-1.1 @happy @must
    Scenario: AC-1.1 they see the confirmation, and find the result again later
      Given the person has given all that is needed for it
      When people order bread and cakes online and pick them up
      Then they see the confirmation, and find the result again later

    @FR-1 @AC-1.2 @error @must
    Scenario: AC-1.2 it is refused, the person sees what is missing, and nothing is saved
      Given something that is needed for it is missing or wrong
      When people order bread and cakes online and pick them up
      Then it is refused, the person sees what is missing, and nothing is saved

    @FR-2 @AC-2.1 @happy @must
    Scenario: AC-2.1 they see the confirmation, and find the result again later
      Given the person has given all that is needed for it
      When customers choose the shop, the day and a pick-up time
      Then they see the confirmation, and find the result again later

    @FR-2 @AC-2.2 @error @must
    Scenario: AC-2.2 it is refused, the person sees what is missing, and nothing is saved
      Given something that is needed for it is missing or wrong
      When customers choose the shop, the day and a pick-up time
      Then it is refused, the person sees what is missing, and nothing is saved

    @FR-7 @AC-7.1 @happy @must
    Scenario: AC-7.1 this follows and is shown: show customers the next free day
      Given the case has not come up yet
      When someone orders the 13th
      Then this follows and is shown: show customers the next free day

    @FR-7 @AC-7.2 @edge @must
    Scenario: AC-7.2 nothing of this follows, and everything stays as it was
      Given a case that is like it but does not meet the condition
      When it is handled
      Then nothing of this follows, and everything stays as it was

  Rule: FEAT-2 Limits and deadlines
    FEAT-2: Limits and deadlines (◇ our guess)

    @FR-3 @AC-3.1 @happy @must @inferred
    Scenario: AC-3.1 it is accepted, and the person sees the confirmation
      Given it is one minute before 6 pm on the last day that counts
      When a request is sent that falls under “Bread must be ordered before 6 pm the day before”
      Then it is accepted, and the person sees the confirmation

    @FR-3 @AC-3.2 @edge @must @inferred
    Scenario: AC-3.2 it is refused, the person sees the reason, and nothing is saved
      Given it is 6 pm on the last day that counts
      When a request is sent that falls under “Bread must be ordered before 6 pm the day before”
      Then it is refused, the person sees the reason, and nothing is saved

    @FR-3 @AC-3.3 @happy @must @inferred
    Scenario: AC-3.3 it is accepted, and the person sees the confirmation
      Given exactly 3 days remain
      When a request is sent that falls under “cakes at least 3 days before”
      Then it is accepted, and the person sees the confirmation

    @FR-3 @AC-3.4 @edge @must @inferred
    Scenario: AC-3.4 it is refused, the person sees the reason, and nothing is saved
      Given less than 3 days remain
      When a request is sent that falls under “cakes at least 3 days before”
      Then it is refused, the person sees the reason, and nothing is saved

    @FR-6 @AC-6.1 @happy @must @inferred
    Scenario: AC-6.1 it is accepted, and the number stands at 12
      Given the number of celebration cakes stands at 11
      When one more is asked for
      Then it is accepted, and the number stands at 12

    @FR-6 @AC-6.2 @edge @must @inferred
    Scenario: AC-6.2 it is refused, the person sees the reason, and the number stays at 12
      Given the number of celebration cakes stands at 12
      When one more is asked for, which would make 13
      Then it is refused, the person sees the reason, and the number stays at 12
