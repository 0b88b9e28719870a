package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The presets of each portal. */
@ApplicationScoped
class ImportPresets {
    private final Jdbi jdbi;

    ImportPresets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The preset that a request names; the one that says nothing where it names none.
     *
     * @throws Problem 400 if there is none of that name
     */
    ImportPreset named(String portal, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return ImportPreset.NONE;
        }
        return find(portal, name)
                .orElseThrow(() -> Problem.badRequest(
                        "This portal has no preset '" + name + "'.",
                        List.of(new Reason("?preset", "there is none of that name"))));
    }

    Optional<ImportPreset> find(String portal, String name) {
        return jdbi.withHandle(db -> find(db, portal, name));
    }

    static Optional<ImportPreset> find(Handle db, String portal, String name) {
        return db.createQuery("SELECT preset FROM survey_import_preset WHERE portal = :portal AND name = :name")
                .bind("portal", portal)
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .map(ImportStore::preset);
    }

    Page<NamedImportPreset> list(String portal, PageRequest page) {
        return jdbi.withHandle(db -> new Page<>(
                db.createQuery(
                                """
                                SELECT name, preset FROM survey_import_preset WHERE portal = :portal
                                ORDER BY name LIMIT :size OFFSET :offset""")
                        .bind("portal", portal)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map((row, context) -> new NamedImportPreset(
                                row.getString("name"), ImportStore.preset(row.getString("preset"))))
                        .list(),
                page.page(),
                page.size(),
                db.createQuery("SELECT count(*) FROM survey_import_preset WHERE portal = :portal")
                        .bind("portal", portal)
                        .mapTo(Long.class)
                        .one()));
    }

    static void delete(Handle tx, String portal, String name) {
        tx.createUpdate("DELETE FROM survey_import_preset WHERE portal = :portal AND name = :name")
                .bind("portal", portal)
                .bind("name", name)
                .execute();
    }

    /** Puts one in the place of what had its name. */
    static void put(Handle tx, String portal, String name, ImportPreset preset) {
        tx.createUpdate(
                        """
                        INSERT INTO survey_import_preset (portal, name, preset)
                        VALUES (:portal, :name, CAST(:preset AS jsonb))
                        ON CONFLICT (portal, name) DO UPDATE SET preset = excluded.preset""")
                .bind("portal", portal)
                .bind("name", name)
                .bind("preset", ImportStore.json(preset))
                .execute();
    }
}
