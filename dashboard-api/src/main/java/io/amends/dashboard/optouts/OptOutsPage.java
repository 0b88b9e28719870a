package io.amends.dashboard.optouts;

import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.ListedOptOut;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.optouts.OptOutsPresenter.Asked;
import io.amends.dashboard.optouts.OptOutsView.OptOutAdding;
import io.amends.dashboard.optouts.OptOutsView.Told;
import io.amends.kit.access.Opens;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Customers who want no surveys (A9): listed with who said so and why, found by exact contact, added, and withdrawn with a
 * reason. survey-ingest has them, decides again whether the person may, and writes the audit log.
 */
@Path("/portals/{cpc}/opt-outs")
@Opens(Permission.SEE_ADMINISTRATION)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OptOutsPage {
    private static final int WRONG = 422;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 100_000;
    /** As many characters as an opt-out has at most; an address of many more cannot be asked for. */
    private static final int LONGEST_CONTACT = 254;

    private static final String TAB = "opt-outs";
    private static final String URGENT = "urgent";
    private static final String DONE = "done";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance optOuts(Frame frame, String tab, OptOutsView view);
    }

    private final OptOutsClient client;
    private final OptOutsPresenter presenter;
    private final OptOutsMessages messages;
    private final LayoutMessages layout;
    private final Directory directory;
    private final Frames frames;

    OptOutsPage(
            @RestClient OptOutsClient client,
            OptOutsPresenter presenter,
            OptOutsMessages messages,
            LayoutMessages layout,
            Directory directory,
            Frames frames) {
        this.client = client;
        this.presenter = presenter;
        this.messages = messages;
        this.layout = layout;
        this.directory = directory;
        this.frames = frames;
    }

    /** The list, the latest first; or the one who is looked for. */
    @GET
    public Response list(
            @PathParam("cpc") String cpc,
            @QueryParam("by") @Nullable String by,
            @QueryParam("contact") @Nullable String contact,
            @QueryParam("page") @Nullable Integer page) {
        int asked = Math.min(PageRequest.of(page, SIZE).page(), MOST_PAGES);
        return list(200, cpc, new Asked(kind(by), text(contact), asked), null, null);
    }

    /** Adds one. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("cpc") String cpc,
            @FormParam("by") @Nullable String by,
            @FormParam("contact") @Nullable String contact,
            @FormParam("reason") @Nullable String reason) {
        directory.require(cpc);
        Asked all = new Asked(kind(by), "", 0);
        String reasonError = isReason(reason) ? null : messages.reasonMissing();
        String contactError = text(contact).isEmpty() ? messages.contactWrong() : null;
        if (reasonError != null || contactError != null) {
            return again(cpc, all, contact, reason, contactError, reasonError);
        }
        try {
            client.optOut(cpc, Map.of(kind(by).word(), text(contact), "reason", text(reason)));
            return list(200, cpc, all, new Told(messages.added(), DONE), null);
        } catch (RefusedCall e) {
            return e.status() == 400
                    ? again(cpc, all, contact, reason, messages.contactWrong(), null)
                    : refused(cpc, all, e, typed(all, contact, reason, null, null));
        } catch (ProcessingException e) {
            return away(cpc, all, typed(all, contact, reason, null, null));
        }
    }

    /** Lets one get surveys again. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("cpc") String cpc,
            @FormParam("by") @Nullable String by,
            @FormParam("contact") @Nullable String contact,
            @FormParam("reason") @Nullable String reason) {
        directory.require(cpc);
        Asked one = new Asked(kind(by), text(contact), 0);
        if (!isReason(reason)) {
            return list(WRONG, cpc, one, new Told(messages.reasonMissing(), URGENT), null);
        }
        try {
            client.lift(cpc, Map.of(one.kind().word(), one.contact(), "reason", text(reason)));
            return list(200, cpc, new Asked(one.kind(), "", 0), new Told(messages.withdrawn(), DONE), null);
        } catch (RefusedCall e) {
            return e.status() == 400
                    ? list(WRONG, cpc, new Asked(one.kind(), "", 0), new Told(messages.contactWrong(), URGENT), null)
                    : refused(cpc, one, e, null);
        } catch (ProcessingException e) {
            return away(cpc, one, null);
        }
    }

    private Response again(
            String cpc,
            Asked all,
            @Nullable String contact,
            @Nullable String reason,
            @Nullable String contactError,
            @Nullable String reasonError) {
        return list(WRONG, cpc, all, null, typed(all, contact, reason, contactError, reasonError));
    }

    private OptOutAdding typed(
            Asked all,
            @Nullable String contact,
            @Nullable String reason,
            @Nullable String contactError,
            @Nullable String reasonError) {
        return presenter.adding(all.kind(), text(contact), text(reason), contactError, reasonError);
    }

    private Response list(int status, String cpc, Asked asked, @Nullable Told told, @Nullable OptOutAdding again) {
        Portal portal = directory.require(cpc);
        if (asked.contact().length() > LONGEST_CONTACT) {
            return page(
                    WRONG, cpc, portal, presenter.without(cpc, portal, asked, told, messages.contactWrong(), again));
        }
        try {
            Page<ListedOptOut> page = client.list(
                    cpc,
                    only(asked, OptOutKind.EMAIL),
                    only(asked, OptOutKind.PHONE),
                    only(asked, OptOutKind.ID),
                    asked.page(),
                    SIZE);
            return page(status, cpc, portal, presenter.view(cpc, portal, asked, page, told, again));
        } catch (RefusedCall e) {
            return e.status() == 400
                    ? page(
                            WRONG,
                            cpc,
                            portal,
                            presenter.without(cpc, portal, asked, told, messages.contactWrong(), again))
                    : refused(cpc, asked, e, again);
        } catch (ProcessingException e) {
            return away(cpc, asked, again);
        }
    }

    /** @param again the form that adds one, as it was typed; null where nothing was */
    private Response refused(String cpc, Asked asked, RefusedCall e, @Nullable OptOutAdding again) {
        return switch (e.status()) {
            case 403, 429 -> without(e.status(), cpc, asked, String.valueOf(e.getMessage()), again);
            default -> away(cpc, asked, again);
        };
    }

    private Response away(String cpc, Asked asked, @Nullable OptOutAdding again) {
        return without(503, cpc, asked, layout.partAway(), again);
    }

    private Response without(int status, String cpc, Asked asked, String why, @Nullable OptOutAdding again) {
        Portal portal = directory.require(cpc);
        return page(status, cpc, portal, presenter.without(cpc, portal, asked, new Told(why, URGENT), null, again));
    }

    private static @Nullable String only(Asked asked, OptOutKind kind) {
        return asked.one() && asked.kind() == kind ? asked.contact() : null;
    }

    private static OptOutKind kind(@Nullable String word) {
        return OptOutKind.of(word).orElse(OptOutKind.EMAIL);
    }

    private static String text(@Nullable String typed) {
        return typed == null || StorableText.blank(typed) ? "" : typed.strip();
    }

    private static boolean isReason(@Nullable String reason) {
        return !text(reason).isEmpty() && StatedReason.fault(text(reason)) == null;
    }

    private Response page(int status, String cpc, Portal portal, OptOutsView view) {
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Response.status(status)
                .entity(Templates.optOuts(frame, TAB, view))
                .build();
    }
}
