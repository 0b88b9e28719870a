package io.amends.dashboard.layout;

import io.amends.dashboard.layout.core.HiddenControls;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Shows in every page the characters that nobody would see, once the page is written. */
@Provider
@Priority(ShownControls.LAST)
public class ShownControls implements ContainerResponseFilter {
    /** After the platform has made a page of its template. */
    static final int LAST = 100;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof String html
                && response.getMediaType() != null
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            String shown = HiddenControls.shown(html);
            if (!shown.equals(html)) {
                response.setEntity(shown, response.getEntityAnnotations(), response.getMediaType());
            }
        }
    }
}
