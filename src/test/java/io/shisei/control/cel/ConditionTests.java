package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Occasion;
import io.shisei.control.Text;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Outcome.Fails;
import io.shisei.control.cel.Outcome.Holds;
import io.shisei.control.cel.Outcome.Unclear;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Struct PART = new Struct("Part", ConditionTests::part);
    private static final Struct THING = new Struct(
            "Thing",
            () -> Map.of(
                    "Name", Scalar.STRING,
                    "Size", Scalar.INT,
                    "Created", Scalar.TIMESTAMP,
                    "Config", PART,
                    "Parts", new ListOf(PART),
                    "ByKey", new MapOf(PART),
                    "Json", Scalar.ANY));
    private static final Struct NO_PARAMS = new Struct("params", Map::of);
    private static final Gap GAP = new Gap("thing:GetConfig", "AccessDenied", "");

    private static Map<String, FieldType> part() {
        return Map.of("On", Scalar.BOOL, "Tags", new ListOf(Scalar.STRING), "Inner", PART);
    }

    @Test
    void aGapOfTheWholeCoversWhatIsNotSet() {
        var document = new Document(Map.of("Name", "a"), Map.of(Document.WHOLE, GAP));
        assertThat(judge("resource.Name == 'a'", document)).isEqualTo(new Holds(Text.NONE));
        assertThat(judge("resource.Size == 0", document)).isEqualTo(unclear("thing:GetConfig AccessDenied"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.Name == '' && resource.Size == 0 && resource.Parts == [] && !resource.Config.Inner.Inner.On",
                "!has(resource.Name) && !has(resource.Config) && !has(resource.Config.Inner.On)",
                "resource.Created == timestamp('1970-01-01T00:00:00Z')",
                "resource.ByKey.size() == 0 && !('a' in resource.ByKey)",
                "resource.Config.?On.orValue(true)"
            })
    void unsetFieldsReadAsZero(String passes) {
        assertThat(judge(passes, Document.of(Map.of()))).isEqualTo(new Holds(Text.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daysSince(resource.Created) == 31 && now == timestamp('2026-09-01T00:00:00Z')",
                "longerThan(resource.Created, now - duration('1s'), 30) && !longerThan(resource.Created, now, 31)",
                "olderThan(resource.Created - duration('1s'), 31) && !olderThan(resource.Created, 31)",
                "account == '1' && partition == 'aws' && region == 'us-east-1' && has(resource.Created)",
                "resource.Created < timestamp('2026-08-02T00:00:00Z')",
                "cidrContains(n + '10.0.0.0/8', '10.1.2.0/24') && !cidrContains(n + '10.1.2.0/24', '10.0.0.0/8')",
                "cidrContains(n + '::/0', '2001:db8::1') && !cidrContains(n + '0.0.0.0/0', '::1')",
                "versionAtLeast(n + '7.10', '7.9') && versionAtLeast(n + 'OpenSearch_2.11', '2.11')",
                "!versionAtLeast(n + '5.7.mysql_aurora.2.11', '5.7.1') && versionAtLeast(n + '16.3-R2', '16.3.0')",
                "policy(n + '{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"a:b\"}}')"
                        + ".exists(s, s.Principal['AWS'] == ['*'] && s.Action == ['a:b'] && s.Resource == [])",
                "policy(n + '{\"Statement\":[{\"Effect\":\"Deny\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":false}}}]}')"
                        + "[0].Condition.Bool['aws:SecureTransport'] == ['false']",
                "resource.Json.rules[0].port == 22"
            })
    void ownFunctionsAndTypesWork(String passes) {
        var document = Document.of(
                Map.of("Created", "2026-08-01T00:00:00Z", "Json", Map.of("rules", List.of(Map.of("port", 22)))));
        assertThat(judge(passes, document)).isEqualTo(new Holds(Text.NONE));
    }

    @Test
    void whatCannotBeEvaluatedIsUnclear() {
        var document = Document.of(Map.of("Name", "{", "Created", "yesterday", "Size", "big"));
        assertThat(judge("policy(resource.Name).size() == 0", document))
                .isEqualTo(unclear("policy: malformed policy document, it is not JSON"));
        assertThat(judge("resource.ByKey['a'].On || resource.ByKey['a'].On", document))
                .isEqualTo(unclear("not found: a"));
        assertThat(judge("resource.?Config.value().On", document)).isEqualTo(unclear("not found: Config"));
        assertThat(judge("daysSince(resource.Created) > 1", document)).isInstanceOf(Unclear.class);
        assertThat(judge("resource.Size > 1", document)).isInstanceOf(Unclear.class);
    }

    @Test
    void definitionsAreLazyAndUsableInEachOther() throws FlawedCondition {
        var definitions = new LinkedHashMap<String, String>();
        definitions.put("bad", "on.size() / resource.Size > 0");
        definitions.put("on", "resource.Parts.filter(p, p.On)");
        var condition = compile(definitions, "on.size() == 0 || bad", Demand.PASSES);

        assertThat(condition.judge(Document.of(Map.of()), Map.of(), Things.OCCASION))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(condition.judge(
                        Document.of(Map.of("Parts", List.of(Map.of("On", true)))), Map.of(), Things.OCCASION))
                .isEqualTo(unclear("/ by zero"));
    }

    @Test
    void definitionsAreEvaluatedOnce() throws FlawedCondition {
        var reads = new AtomicInteger();
        var fields = new HashMap<String, Object>() {
            @Override
            public @Nullable Object get(Object field) {
                reads.incrementAndGet();
                return super.get(field);
            }
        };
        var clauses = new Clauses(
                THING,
                NO_PARAMS,
                Map.of("age", "daysSince(resource.Created)"),
                "age > 0",
                "age > 1 && [1, 2, 3].all(i, age > i)",
                Demand.PASSES,
                Dictionary.PLAIN,
                Reasons.NONE);

        assertThat(new Conditions().compile(clauses).judge(Document.of(fields), Map.of(), Things.OCCASION))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(reads).hasValue(1);
    }

    @Test
    void theDayThatIsJudgedDecides() throws FlawedCondition {
        var condition =
                compile(Map.of("old", "daysSince(resource.Created) > 30"), "!old || resource.Size > 0", Demand.PASSES);
        var whole = Document.of(Map.of("Created", "2026-08-01T00:00:00Z"));
        var gapped = new Document(whole.fields(), Map.of("Size", GAP));

        assertThat(condition.judge(whole, Map.of(), on("2026-08-31T00:00:00Z"))).isEqualTo(new Holds(Text.NONE));
        assertThat(condition.judge(gapped, Map.of(), on("2026-08-31T00:00:00Z")))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(condition.judge(whole, Map.of(), on("2026-09-01T00:00:00Z"))).isInstanceOf(Fails.class);
        assertThat(condition.judge(gapped, Map.of(), on("2026-09-01T00:00:00Z")))
                .isInstanceOf(Unclear.class);
    }

    private static Occasion on(String instant) {
        return new Occasion(Instant.parse(instant), "1", "aws", "us-east-1");
    }

    @Test
    void violationsAreTheOffendingPartsAsTheyStand() throws FlawedCondition {
        var off = Map.<String, Object>of("Tags", List.of("a"));
        var condition = compile(Map.of(), "resource.Parts.filter(p, !p.On)", Demand.VIOLATIONS);

        assertThat(condition.judge(
                        Document.of(Map.of("Parts", List.of(Map.of("On", true), off))), Map.of(), Things.OCCASION))
                .isEqualTo(new Fails(List.of(off), new TreeSet<>(), Text.NONE));
    }

    @Test
    void readsAreFollowedThroughMacrosAndDefinitions() throws FlawedCondition {
        assertThat(reads("resource.Config.Inner.On && has(resource.Name)")).containsExactly("Config.Inner.On", "Name");
        assertThat(reads("resource.ByKey['a'].On || resource.ByKey.b.Inner.On"))
                .containsExactly("ByKey.a.On", "ByKey.b.Inner.On");
        assertThat(reads("resource.ByKey.exists(k, resource.ByKey[k].On)")).containsExactly("ByKey");
        assertThat(reads("cel.bind(c, resource.Config, c.On)")).containsExactly("Config.On");
        assertThat(reads("resource.?Config.?On.orValue(true)")).containsExactly("Config.On");
        assertThat(reads("(resource.Size > 0 ? resource.Config : resource.Config.Inner).On"))
                .containsExactly("Config.Inner.On", "Config.On", "Size");

        var parts = compile(Map.of("on", "resource.Parts.filter(p, p.On)"), "on.all(p, p.Inner.On)", Demand.PASSES);
        assertThat(parts.reads()).extracting(Read::name).containsExactly("Parts");
        assertThat(parts.reads().first().within()).containsExactly(List.of("Inner", "On"), List.of("On"));
    }

    private static Unclear unclear(String cause) {
        return new Unclear(new TreeSet<>(List.of(cause)));
    }

    private static List<String> reads(String passes) throws FlawedCondition {
        return compile(Map.of(), passes, Demand.PASSES).reads().stream()
                .map(Read::name)
                .toList();
    }

    private static Outcome judge(String passes, Document document) {
        try {
            var definitions = passes.contains("(n + ") ? Map.of("n", "resource.Name") : Map.<String, String>of();
            return compile(definitions, passes, Demand.PASSES).judge(document, Map.of(), Things.OCCASION);
        } catch (FlawedCondition e) {
            throw new AssertionError(e);
        }
    }

    private static Condition compile(Map<String, String> definitions, String demand, Demand kind)
            throws FlawedCondition {
        return new Conditions()
                .compile(
                        new Clauses(THING, NO_PARAMS, definitions, null, demand, kind, Dictionary.PLAIN, Reasons.NONE));
    }
}
