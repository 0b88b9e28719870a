package io.amends.dashboard.preferences.entries;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.directory.core.References;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.entries.DeletionView.User;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what hangs on an entry before it is deleted. */
@ApplicationScoped
class Deletions {
    private final Directory directory;
    private final DirectoryRequests requests;
    private final EntriesMessages messages;

    Deletions(Directory directory, DirectoryRequests requests, EntriesMessages messages) {
        this.directory = directory;
        this.requests = requests;
        this.messages = messages;
    }

    /**
     * The question.
     *
     * @param refused why it was not deleted just now; null where nobody tried
     */
    DeletionView ask(EntryList list, String cpc, StoredEntry entry, @Nullable String refused) {
        List<User> users = users(list.type(), cpc, entry.code());
        boolean kept = !users.isEmpty() && References.keeping(list.type()).isPresent();
        String needed = refused == null ? needed(list.type(), cpc, entry.code()) : refused;
        String means =
                users.isEmpty() ? messages.nothingRefers() : kept ? messages.giveAnother() : messages.goOnWithout();
        String address = ListPresenter.address(list, cpc) + "/" + entry.code();
        String name = entry.entry().map(ListPresenter::name).orElse(entry.code());
        return new DeletionView(
                messages.deleteHead(name),
                users,
                means,
                kept && needed == null ? means : needed,
                entry.tag(),
                address + "/delete",
                address);
    }

    private List<User> users(EntryType type, String cpc, String code) {
        List<User> users = new ArrayList<>();
        for (EntryList list : List.of(EntryList.GROUPS, EntryList.REGIONS)) {
            directory.all(list.type(), cpc).forEach(stored -> stored.entry()
                    .filter(entry -> References.to(type, code, entry))
                    .ifPresent(entry -> users.add(new User(
                            ListPresenter.name(entry), ListPresenter.address(list, cpc) + "/" + stored.code()))));
        }
        directory
                .portal(cpc)
                .filter(portal -> References.to(type, code, portal))
                .ifPresent(portal ->
                        users.add(new User(messages.portalItself(), "/portals/" + cpc + "/preferences/portal")));
        return users;
    }

    private @Nullable String needed(EntryType type, String cpc, String code) {
        try {
            requests.requireNoResponses(type, cpc, code);
            return null;
        } catch (Problem problem) {
            return problem.details().detail();
        }
    }
}
