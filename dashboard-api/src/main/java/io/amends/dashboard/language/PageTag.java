package io.amends.dashboard.language;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** Says to every template, as {@code page:language}, in which language the page is (C11). */
@TemplateExtension(namespace = "page")
public final class PageTag {
    private PageTag() {}

    /** The tag, for browsers and screen readers. */
    public static String language() {
        return Arc.container().instance(PageLanguage.class).get().tag();
    }
}
