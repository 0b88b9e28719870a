package io.amends.bench.rules;

import com.alibaba.fastjson2.JSON;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.amends.bench.BenchReport;
import io.amends.bench.Contender;
import io.amends.bench.Rounds;
import io.amends.bench.RuleSamples;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.rules.events.RecordedReader;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.matching.Wanted;
import java.util.List;
import java.util.stream.IntStream;

/** Reading recorded events: the stage's reader beside databind, Blackbird and fastjson2, and beside tokens alone. */
final class ParsingBench {
    private static final int EVENTS = 2_000;
    private static final int TIMES = 10;
    private static final String DATABIND = "databind";

    private final List<byte[]> events;
    private final RuleBook book;

    ParsingBench(long seed) {
        EventSamples samples = new EventSamples(seed);
        events = IntStream.range(0, EVENTS).mapToObj(i -> samples.data()).toList();
        book = RuleBook.of(1, new RuleSamples(seed).rules(StageBench.RULES));
    }

    private interface EventReader {
        Object read(byte[] data) throws Exception;
    }

    void run(BenchReport report, int repetitions, long seed) throws Exception {
        JsonFactory factory = new JsonFactory();
        JsonMapper blackbird =
                Json.MAPPER.rebuild().addModule(new BlackbirdModule()).build();
        RuleBook whole = new RuleBook(1, book.rules(), book.matcher(), Wanted.ALL);
        List<Contender> contenders = List.of(
                contender(DATABIND, data -> Json.read(data, SurveyRecorded.class)),
                contender(DATABIND + " again (A/A)", data -> Json.read(data, SurveyRecorded.class)),
                contender("databind with Blackbird", data -> blackbird.readValue(data, SurveyRecorded.class)),
                contender("fastjson2, as a tree", JSON::parseObject),
                contender("our reader, everything", data -> RecordedReader.read(data, portal -> whole)),
                contender("our reader, for 100 rules", data -> RecordedReader.read(data, portal -> book)),
                contender("tokens alone", data -> tokens(factory, data)));
        report.rates("parsing", Rounds.run(contenders, repetitions, seed), List.of(DATABIND));
    }

    private static Integer tokens(JsonFactory factory, byte[] data) throws Exception {
        int tokens = 0;
        try (JsonParser json = factory.createParser(data)) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private Contender contender(String name, EventReader reading) {
        return new Contender(name, () -> {
            long read = 0;
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                for (byte[] event : events) {
                    read += reading.read(event) == null ? 0 : 1;
                }
            }
            return read / ((System.nanoTime() - start) / 1e9);
        });
    }
}
