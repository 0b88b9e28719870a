package io.amends.ingest.imports.core;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.ingest.imports.core.ColumnMapping.FilePortal;
import io.amends.ingest.imports.core.FileFormat.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file means before any of its rows is taken (A1): its columns, and how its times are written, which all of its rows
 * say together.
 *
 * @param problems why it cannot be imported so; empty where it can
 */
public record FileMeaning(ColumnMapping mapping, List<Reason> problems) {

    /** The bytes of a file from a position on. */
    public interface FileBytes {
        InputStream from(long position) throws IOException;
    }

    /** How much of a file is looked at. */
    public enum Thoroughness {
        /** Its beginning, where that is enough. */
        BEGINNING,
        /** All that may matter, as before it is imported. */
        WHOLE
    }

    /**
     * Finds it out.
     *
     * @param preset without faults ({@link PresetRules})
     * @param beginning of the file
     * @param complete whether that is the whole file
     * @param bytes of the whole file, which are read only where there are dates of which the order is not plain
     */
    public static FileMeaning of(
            FilePortal portal,
            FileFormat format,
            ImportPreset preset,
            byte[] beginning,
            boolean complete,
            Thoroughness how,
            FileBytes bytes)
            throws IOException {
        ColumnMapping mapping = ColumnMapping.of(portal, format.head(), format.dialect(), preset);
        DayOrders orders = DayOrders.of(mapping);
        Place begins = format.begins();
        int from = (int) begins.position();
        if (orders.any()) {
            read(orders, format.rows(new ByteArrayInputStream(beginning, from, beginning.length - from), begins));
        }
        if (!complete && orders.isAsked() && (how == Thoroughness.WHOLE || !orders.isAnswered())) {
            try (InputStream rest = bytes.from(begins.position())) {
                orders = DayOrders.of(mapping);
                read(orders, format.rows(rest, begins));
            }
        }
        List<Reason> problems = new ArrayList<>(mapping.problems());
        problems.addAll(orders.problems());
        ColumnMapping settled = ColumnMapping.of(portal, format.head(), format.dialect(), orders.over(preset));
        return new FileMeaning(settled, List.copyOf(problems));
    }

    private static void read(DayOrders orders, RowReader rows) throws IOException {
        for (FileRow row = rows.next(); row != null; row = rows.next()) {
            orders.look(row);
        }
    }
}
