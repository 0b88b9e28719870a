package io.amends.dashboard.preferences.sources;

import io.amends.contracts.directory.SourceVendor;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The vendors as they write themselves. */
@ApplicationScoped
class VendorWords {
    private final VendorMessages messages;

    VendorWords(VendorMessages messages) {
        this.messages = messages;
    }

    String name(SourceVendor vendor) {
        return switch (vendor) {
            case FORMBRICKS -> messages.formbricks();
            case DELIGHTED -> messages.delighted();
            case TYPEFORM -> messages.typeform();
            case SURVEYMONKEY -> messages.surveyMonkey();
            case QUALTRICS -> messages.qualtrics();
            case ZENDESK -> messages.zendesk();
            case ASKNICELY -> messages.askNicely();
            case JSON -> messages.json();
        };
    }

    /** All of them, to choose from. */
    List<Option> all(String chosen) {
        return Stream.of(SourceVendor.values())
                .map(vendor ->
                        new Option(vendor.name(), name(vendor), vendor.name().equals(chosen)))
                .toList();
    }
}
