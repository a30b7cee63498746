# language: en
Feature: clinic-pasted

  @FR-5 @AC-5.1 @happy @must
  Scenario: AC-5.1 the person concerned receives the message once, and it is listed as sent
    Given this applies: send a reminder 48 hours before by SMS, or e-mail if no mobile number is known
    When the moment for it comes
    Then the person concerned receives the message once, and it is listed as sent

  @FR-5 @AC-5.2 @error @must
  Scenario: AC-5.2 it is listed as not delivered, where the team sees it
    Given the message cannot be delivered
    When the moment for it comes
    Then it is listed as not delivered, where the team sees it

  @FR-9 @AC-9.1 @happy @must
  Scenario: AC-9.1 it shows every entry that belongs in it, and no other
    Given entries that belong in it and others that do not
    When it is due or opened
    Then it shows every entry that belongs in it, and no other

  @FR-9 @AC-9.2 @edge @must
  Scenario: AC-9.2 it appears and says that there is nothing in it
    Given there is no entry that belongs in it
    When it is due or opened
    Then it appears and says that there is nothing in it

  Rule: FEAT-1 Access and permissions
    FEAT-1: Access and permissions (◇ our guess)

    @FR-2 @AC-2.1 @happy @must
    Scenario: AC-2.1 they see what is theirs, and only that
      Given a person who gives the right details
      When they identify themselves
      Then they see what is theirs, and only that

    @FR-2 @AC-2.2 @error @must
    Scenario: AC-2.2 it is refused, and nothing of anybody's data is shown
      Given details that do not match
      When somebody tries to identify themselves with them
      Then it is refused, and nothing of anybody's data is shown

    @FR-7 @AC-7.1 @happy @must
    Scenario: AC-7.1 they see it, and nothing beyond it
      Given a person who has this right
      When they open what they may see or change
      Then they see it, and nothing beyond it

    @FR-7 @AC-7.2 @error @must
    Scenario: AC-7.2 it is refused, they see nothing of it, and nothing is changed
      Given a person who does not have this right
      When they try to reach it, also by its address
      Then it is refused, they see nothing of it, and nothing is changed

    @FR-8 @AC-8.1 @happy @must
    Scenario: AC-8.1 they see it, and nothing beyond it
      Given a person who has this right
      When they open what they may see or change
      Then they see it, and nothing beyond it

    @FR-8 @AC-8.2 @error @must
    Scenario: AC-8.2 it is refused, they see nothing of it, and nothing is changed
      Given a person who does not have this right
      When they try to reach it, also by its address
      Then it is refused, they see nothing of it, and nothing is changed

    @FR-10 @AC-10.1 @happy @must
    Scenario: AC-10.1 they see the confirmation, and find the result again later
      Given the person has given all that is needed for it
      When patients request export and deletion
      Then they see the confirmation, and find the result again later

    @FR-10 @AC-10.2 @error @must
    Scenario: AC-10.2 it is refused, the person sees what is missing, and nothing is saved
      Given something that is needed for it is missing or wrong
      When patients request export and deletion
      Then it is refused, the person sees what is missing, and nothing is saved

  Rule: FEAT-2 Appointments
    FEAT-2: Appointments (◇ our guess)

    @FR-1 @AC-1.1 @happy @must
    Scenario: AC-1.1 they see the confirmation, and find the result again later
      Given the person has given all that is needed for it
      When patients book, move and cancel online, 24 hours a day
      Then they see the confirmation, and find the result again later

    @FR-1 @AC-1.2 @error @must
    Scenario: AC-1.2 it is refused, the person sees what is missing, and nothing is saved
      Given something that is needed for it is missing or wrong
      When patients book, move and cancel online, 24 hours a day
      Then it is refused, the person sees what is missing, and nothing is saved

    @FR-4 @AC-4.1 @happy @must
    Scenario: AC-4.1 it counts as within the limit, and the record shows it
      Given the case lies exactly on the limit (24 hours)
      When this comes up: Cancelling is free until 24 hours before
      Then it counts as within the limit, and the record shows it

    @FR-4 @AC-4.2 @edge @must
    Scenario: AC-4.2 it does not count as within the limit, and the person sees the reason
      Given the case lies just beyond the limit (24 hours)
      When this comes up: Cancelling is free until 24 hours before
      Then it does not count as within the limit, and the person sees the reason

    @FR-6 @AC-6.1 @happy @must
    Scenario: AC-6.1 this follows and is shown: offer the freed slot to the waiting list in order; the first to confirm within 30 minutes gets it
      Given the case has not come up yet
      When an appointment is cancelled
      Then this follows and is shown: offer the freed slot to the waiting list in order; the first to confirm within 30 minutes gets it

    @FR-6 @AC-6.2 @edge @must
    Scenario: AC-6.2 nothing of this follows, and everything stays as it was
      Given a case that is like it but does not meet the condition
      When it is handled
      Then nothing of this follows, and everything stays as it was

    @FR-6 @AC-6.3 @happy @must
    Scenario: AC-6.3 it counts as within the limit, and the record shows it
      Given the case lies exactly on the limit (30 minutes)
      When this comes up: the first to confirm within 30 minutes gets it
      Then it counts as within the limit, and the record shows it

    @FR-6 @AC-6.4 @edge @must
    Scenario: AC-6.4 it does not count as within the limit, and the person sees the reason
      Given the case lies just beyond the limit (30 minutes)
      When this comes up: the first to confirm within 30 minutes gets it
      Then it does not count as within the limit, and the person sees the reason

    @FR-11 @AC-11.1 @happy @must
    Scenario: AC-11.1 it is accepted, and the number stands at 5
      Given the number of future appointments stands at 4
      When one more is asked for
      Then it is accepted, and the number stands at 5

    @FR-11 @AC-11.2 @edge @must
    Scenario: AC-11.2 it is refused, the person sees the reason, and the number stays at 5
      Given the number of future appointments stands at 5
      When one more is asked for, which would make 6
      Then it is refused, the person sees the reason, and the number stays at 5
