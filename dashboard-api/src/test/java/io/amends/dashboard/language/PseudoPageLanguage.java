package io.amends.dashboard.language;

import io.amends.dashboard.directory.Directory;
import io.amends.kit.access.Caller;
import io.amends.messages.pseudo.PseudoText;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Tells every page in the pseudo language, whose dates and numbers are those of English. */
@Alternative
@Singleton
public class PseudoPageLanguage extends PageLanguage {
    PseudoPageLanguage(CurrentVertxRequest current, Caller caller, Directory directory) {
        super(current, caller, directory, "amends-language");
    }

    @Override
    public String tag() {
        return PseudoText.TAG;
    }
}
