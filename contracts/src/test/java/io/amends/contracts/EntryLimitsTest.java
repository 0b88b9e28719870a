package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.EntryLimits;
import io.amends.contracts.directory.MailAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas of the directory say the limits that its rules keep. */
class EntryLimitsTest {
    private static final int SCHEME = "https://".length();

    @ParameterizedTest(name = "the schema of {0} says {3} of {2}")
    @CsvSource({
        "portal, TEXT, name, maxLength",
        "group, TEXT, name, maxLength",
        "contact, TEXT, name, maxLength",
        "segment, TEXT, name, maxLength",
        "contact, TEXT, title, maxLength",
        "contact, TEXT, hours, maxLength",
        "portal, LANGUAGE, language, maxLength",
        "contact, LANGUAGE, language, maxLength",
        "portal, MEASURES, measures, maxProperties",
        "portal, ADMINS, admins, maxItems",
        "group, ALSO_ALERTS, alsoAlerts, maxItems",
        "portal, DAYS, duplicateWindowDays, maximum",
        "portal, DAYS, lateDays, maximum",
        "group, DAILY_CAP, dailyCap, maximum",
        "region, TEXT, name, maxLength",
        "calendar, TEXT, name, maxLength",
        "calendar, HOLIDAY_CODE, country, maxLength",
        "calendar, NAMED_DAYS, holidays, maxItems",
        "calendar, NAMED_DAYS, workdays, maxItems",
        "source, TEXT, name, maxLength",
        "source, MAPPING_VERSION, mappingVersion, maximum",
        "channel, TEXT, name, maxLength",
        "channel, CHANNEL_FILTER, regions, maxItems",
        "channel, CHANNEL_FILTER, groups, maxItems"
    })
    void sameLimits(String schema, String limit, String field, String keyword) throws ReflectiveOperationException {
        assertThat(said(schema, field, keyword))
                .isEqualTo(EntryLimits.class.getField(limit).getInt(null));
    }

    @Test
    @DisplayName("the schemas say how long an address of a page and of a person can be")
    void sameLimitsOfAddresses() {
        assertThat(said("portal", "ticketUrlPrefix", "maxLength")).isEqualTo(EntryLimits.WEB_ADDRESS + SCHEME);
        assertThat(said("contact", "email", "maxLength")).isEqualTo(MailAddress.LONGEST);
    }

    @Test
    @DisplayName("the schema of calendar says how many spans a weekday has, and the usual hours")
    void sameHours() {
        SchemaShape hours = SchemaShape.file("calendar").property("entry").property("hours");

        assertThat(hours.values().node().path("maxItems").asInt()).isEqualTo(EntryLimits.SPANS);
        assertThat(hours.node().get("default")).isEqualTo(Json.MAPPER.valueToTree(Calendar.USUAL.hours()));
    }

    private static int said(String schema, String field, String keyword) {
        JsonNode property =
                SchemaShape.file(schema).property("entry").property(field).node();
        return property.path(keyword).asInt();
    }
}
