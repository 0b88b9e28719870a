package io.amends.dashboard.preferences.sources;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the form of a source's mapping; English is the first language (C11). */
@MessageBundle(value = "mapping", locale = "en")
public interface MappingMessages {
    @Message("Where each field comes from")
    String whereFrom();

    @Message(
            "Left empty, a field is what the vendor's preset makes of it. A place is a JSON Pointer into what the vendor"
                    + " sends, such as /data/score; the answer to a question is found by the question's id or ref.")
    String whereFromHint();

    @Message("By fields")
    String byFields();

    @Message("As JSON")
    String asJson();

    @Message("{field} comes from")
    String wayOf(String field);

    @Message("Place of {field}")
    String placeOf(String field);

    @Message("Place")
    String atPlace();

    @Message("Question")
    String toQuestion();

    @Message("Becomes")
    String becomes();

    @Message("Values, default, time")
    String more();

    @Message("What each value becomes")
    String values();

    @Message(
            "One a line, such as Very happy = 5. A value that no line names is an error; one that becomes nothing is as"
                    + " good as not given.")
    String valuesHint();

    @Message("Where nothing is found")
    String fallback();

    @Message("How the time is written")
    String format();

    @Message("ISO, EPOCH_SECONDS, EPOCH_MILLIS, or a pattern such as yyyy-MM-dd HH:mm:ss.")
    String formatHint();

    @Message("Time zone")
    String zone();

    @Message("Of times that name none. Left empty: the portal's.")
    String zoneHint();

    @Message("This is more than a form can say. It stays as it is, and can be changed as JSON.")
    String keptAsJson();

    @Message("Name of a property")
    String propertyName();

    @Message("What the source is")
    String whatItIs();

    @Message("Where the body says nothing")
    String defaults();

    @Message("None")
    String none();

    @Message("{code} (is not there)")
    String notThere(String code);

    @Message("Header that has the secret")
    String header();

    @Message("For vendors that send the secret itself. Left empty: X-Api-Key.")
    String headerHint();

    @Message("Address of the vendor's API")
    String baseUrl();

    @Message("Where answers are fetched of a vendor whose webhooks only name the response. Another address forgets the"
            + " secret that was set for it.")
    String baseUrlHint();

    @Message("is no field that a source has, and would be lost")
    String unknownField();

    @Message("Give the property a name.")
    String nameMissing();

    @Message("This property is named twice.")
    String namedTwice();

    @Message("Write one value a line, each once, with what it becomes: Very happy = 5. Not so: {line}")
    String valuesWrong(String line);

    @Message("{#plural n}{#one}It would be refused: 1 field is wrong.{#other}It would be refused: {n} fields are"
            + " wrong.{/plural}")
    String refused(long n);

    @Message("It would be taken, and wait in quarantine or be not quite what was meant: look at what is marked.")
    String takenWithWarnings();

    @Message("It would be taken.")
    String taken();

    @Message("Nothing can be shown before there is a sample: paste one, or take one of the deliveries below.")
    String noSample();

    @Message("Try the sample to see what it makes.")
    String notTried();

    @Message("Mend what is marked first.")
    String mendFirst();

    @Message("Whole response as JSON")
    String wholeResponse();

    @Message("Take as sample")
    String takeAsSample();

    @Message("of {when}")
    String ofDelivery(String when);

    @Message("That delivery is not among the last ones any more. The sample is as it was.")
    String deliveryGone();

    @Message("Response id")
    String responseId();

    @Message("Ticket")
    String ticketId();

    @Message("Support group")
    String supportGroup();

    @Message("Segment")
    String segment();

    @Message("Brand")
    String brand();

    @Message("Channel")
    String channel();

    @Message("Language")
    String language();

    @Message("Agent's id")
    String agentId();

    @Message("Agent's name")
    String agentName();

    @Message("Customer's id")
    String customerId();

    @Message("Customer's name")
    String customerName();

    @Message("Customer's email")
    String customerEmail();

    @Message("Customer's phone")
    String customerPhone();

    @Message("Customer's company")
    String customerCompany();

    @Message("Comment")
    String comment();

    @Message("Factors")
    String factors();

    @Message("Wish for contact")
    String contactChoice();

    @Message("Tags")
    String tags();

    @Message("Given at")
    String submittedAt();

    @Message("Changed at")
    String updatedAt();

    @Message("Follow-up of")
    String followUpOf();

    @Message("Measure {name}")
    String measure(String name);

    @Message("Property {name}")
    String property(String name);

    @Message("One more property")
    String oneMoreProperty();
}
