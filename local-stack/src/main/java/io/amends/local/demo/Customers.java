package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The portal's customers by language; the same person answers again and again over the months. */
final class Customers {
    private final Map<String, List<Map<String, Object>>> byLanguage = new LinkedHashMap<>();

    Customers(DemoData data, long seed) {
        Dice dice = new Dice(seed);
        int number = 0;
        for (String language : DemoData.names(data.people())) {
            JsonNode people = data.people().path(language);
            List<Map<String, Object>> customers = new ArrayList<>();
            for (String family : DemoData.texts(people.path("family"))) {
                for (String given : DemoData.texts(people.path("given"))) {
                    number++;
                    if (dice.chance(0.6)) {
                        customers.add(customer(number, language, name(people, given, family), people, dice));
                    }
                }
            }
            byLanguage.put(language, customers);
        }
    }

    Map<String, Object> one(String language, Dice dice) {
        return dice.one(byLanguage.getOrDefault(language, List.of()));
    }

    int count() {
        return byLanguage.values().stream().mapToInt(List::size).sum();
    }

    private static Map<String, Object> customer(int number, String language, String name, JsonNode people, Dice dice) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", "k-%04d".formatted(number));
        customer.put("name", name);
        customer.put("email", email(name, number));
        customer.put("phone", "+49555%07d".formatted(100_000 + number));
        if (!dice.chance(0.35)) {
            customer.put("company", dice.one(DemoData.texts(people.path("companies"))));
        }
        customer.put("timeZone", dice.one(DemoData.texts(people.path("zones"))));
        customer.put("preferredContact", dice.chance(0.7) ? "call" : "email");
        customer.put("language", language);
        return customer;
    }

    private static String name(JsonNode people, String given, String family) {
        String between = people.path("joined").asBoolean() ? "" : " ";
        return people.path("familyFirst").asBoolean() ? family + between + given : given + between + family;
    }

    private static String email(String name, int number) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
        return (plain.matches("[a-z.]+") ? plain : "customer" + number) + "@example.com";
    }
}
