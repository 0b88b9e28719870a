package io.amends.dashboard.studio.builder;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the form in which a rule is built; English is the first language (C11). */
@MessageBundle(value = "builder", locale = "en")
public interface BuilderMessages {
    @Message("Somebody else has changed the draft since you began. Your rule is here as you wrote it, and not saved"
            + " yet. Look at the draft first. If you save again, this rule goes into it, in place of the rule of"
            + " its name.")
    String staleRule();

    @Message("Condition {number}")
    String condition(String number);

    @Message("The value of condition {number}")
    String conditionValue(String number);

    @Message("Flag it as")
    String effectKind();

    @Message("Priority")
    String effectPriority();

    @Message("Alert")
    String effectAlert();

    @Message("Follow-up survey")
    String effectFollowUp();

    @Message("Tags")
    String effectTags();

    @Message("Also hears of it")
    String effectAlso();

    @Message(
            "Contacts besides the Support Lead and the Also Alerts of the group, by their codes. They hear of it in their"
                    + " digest, and at once where the rule alerts at once.")
    String alsoHint();

    @Message("Contact {number} who also hears of it")
    String alsoContact(int number);

    @Message("All conditions")
    String allConditions();

    @Message("Name")
    String placeName();

    @Message("What happens")
    String placeThen();

    @Message("Rule “{name}”")
    String placeRule(String name);

    @Message("The rule set")
    String placeAll();

    @Message("New rule")
    String newRule();

    @Message("Reads: when {when}.")
    String reads(String when);

    @Message("{name}, {low} to {high}")
    String measureScale(String name, String low, String high);

    @Message("{name}, yes or no")
    String measureYesNo(String name);

    @Message("{name}, which is not declared any more")
    String measureGone(String name);

    @Message("As without this rule")
    String kindUsual();

    @Message("Contact an unhappy customer (recovery)")
    String kindRecovery();

    @Message("Contact a happy customer (opportunity)")
    String kindOpportunity();

    @Message("Do not flag it")
    String kindNone();

    @Message("As without this rule")
    String asUsual();

    @Message("At once, and in the daily digest")
    String alertImmediate();

    @Message("In the daily digest")
    String alertDigest();

    @Message("Alert nobody")
    String alertNone();

    @Message("Send one when the case is closed")
    String followUpYes();

    @Message("Send none")
    String followUpNo();

    @Message("There is no rule {number} in the draft. It may have been removed.")
    String noSuchRule(int number);

    @Message("Rule {number} has a condition that this builder does not know. Edit it as JSON.")
    String unknownCondition(int number);

    @Message("Save")
    String save();

    @Message("Update the form")
    String updateForm();

    @Message("after you have chosen another kind, measure or comparison, and to see whether a value is known")
    String updateHint();

    @Message("VIP one-star by phone")
    String nameExample();

    @Message("What your team calls it. The name appears in every explanation.")
    String nameHint();

    @Message("When")
    String when();

    @Message("Then")
    String then();

    @Message("as without this rule")
    String priorityUsual();

    @Message("1 is the most urgent. Where several rules match, the one with the smallest number decides; of"
            + " two with the same number, the upper one.")
    String priorityHint();

    @Message("These:")
    String ownTags();

    @Message("Tags, a comma between")
    String tagsLabel();

    @Message("service_recovery, vip")
    String tagsExample();

    @Message("Customers notice nothing until you publish.")
    String untilPublished();

    @Message("property")
    String property();

    @Message("from")
    String from();

    @Message("to")
    String to();

    @Message("a comma between")
    String commaBetween();

    @Message("others")
    String others();

    @Message("Add a condition")
    String addCondition();

    @Message("Add a group")
    String addGroup();

    @Message("Your unsaved rule from {ago} is back.")
    String unsavedIsBack(String ago);

    @Message("{condition}, kind")
    String kindOf(String condition);

    @Message("{condition}, what")
    String subjectOf(String condition);

    @Message("{condition}, property")
    String propertyOf(String condition);

    @Message("{condition}, comparison")
    String comparisonOf(String condition);

    @Message("{condition}, value")
    String valueOf(String condition);

    @Message("{condition}, from")
    String fromOf(String condition);

    @Message("{condition}, to")
    String toOf(String condition);

    @Message("{condition}, values")
    String valuesOf(String condition);

    @Message("{condition}, values, a comma between")
    String writtenValuesOf(String condition);

    @Message("{condition}, other values, a comma between")
    String otherValuesOf(String condition);

    @Message("{condition}, days")
    String daysOf(String condition);

    @Message("to {condition}")
    String toCondition(String condition);
}
