package io.amends.rules.words;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Segment;
import io.amends.language.Field;
import java.util.Map;

/**
 * What a portal calls its groups, segments and contacts, so that rules are read by names and not by codes.
 *
 * @param contacts those that the reader may see
 */
public record Names(Map<String, Group> groups, Map<String, Segment> segments, Map<String, Contact> contacts) {
    /** The names of a portal that is not known: codes stay what they are. */
    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    /** The name of a contact. */
    String ofContact(String code) {
        Contact contact = contacts.get(code);
        return contact == null ? code : contact.name();
    }

    /** The name of a code that a field is compared with. */
    String of(Field field, String code) {
        if (field == Field.SUPPORT_GROUP) {
            Group group = groups.get(code);
            return group == null ? code : group.name();
        }
        Segment segment = field == Field.SEGMENT ? segments.get(code) : null;
        return segment == null ? code : segment.name();
    }
}
