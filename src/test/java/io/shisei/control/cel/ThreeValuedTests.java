package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Text;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Outcome.Excluded;
import io.shisei.control.cel.Outcome.Fails;
import io.shisei.control.cel.Outcome.Holds;
import io.shisei.control.cel.Outcome.Unclear;
import io.shisei.inventory.Document;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions say of documents with gaps: only what depends on a gap is unknown. */
class ThreeValuedTests {

    private static final Map<String, Object> ON = Map.of("On", true, "Tags", List.of("a"));
    private static final Map<String, Object> OFF = Map.of("On", false);

    /** Config and More could not be read, Name is a, Parts are one that is on and one that is off. */
    private static final Document DOCUMENT = new Document(
            Map.of("Name", "a", "Parts", List.of(ON, OFF)),
            Map.of("Config", Things.gap("GetConfig"), "More", Things.gap("GetMore")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.Config.On || resource.Name == 'a'",
                "resource.Name == 'a' || resource.Config.On",
                "!(resource.Config.On && resource.Name == '')",
                "resource.Parts.exists(p, p.On || resource.Config.On)",
                "resource.Parts.exists(p, !p.On && resource.Config.On || p.On)",
                "!resource.Parts.all(p, resource.Config.On && p.On)",
                "!resource.Parts.all(p, p.On ? resource.Config.On : p.On)",
                "resource.Config.On ? true : resource.Name == 'a'",
                "(resource.Config.On ? 22 : 443) > 20",
                "[resource.Config.On, true].size() == 2",
                "[resource.Config.On, true][1]",
                "{'a': resource.Config.On, 'b': true}.b && 'a' in {'a': resource.Config.On}",
                "resource.Parts.filter(p, p.On || resource.Config.On).size() > 0",
                "resource.Parts.filter(p, p.On && resource.Config.On).size() < 2",
                "(resource.Parts + resource.More).size() >= 2",
                "'a' in resource.Parts.map(p, p.Tags).flatten() + resource.More.map(m, m.Tags).flatten()",
                "resource.More.all(m, m.On || resource.Name == 'a')",
                "!resource.More.exists(m, m.On && resource.Name == 'b')",
                "cel.bind(c, resource.Config, resource.Name == 'a' || c.On)",
                "resource.?Name.orValue(resource.Config.Name) == 'a'",
                "policy(resource.Config.Name).all(s, resource.Name == 'a')",
                "resource.Parts.filter(p, resource.Config.On || p.On).distinct().reverse().size() >= 1"
            })
    void whatDoesNotDependOnTheGapIsKnown(String passes) {
        assertThat(judge(passes, DOCUMENT)).isEqualTo(new Holds(Text.NONE));
        assertThat(judge("!(" + passes + ")", DOCUMENT)).isInstanceOf(Fails.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.Config.On",
                "!resource.Config.On",
                "resource.Config.On && resource.Name == 'a'",
                "resource.Config.On || resource.Name == 'b'",
                "resource.Config.On == resource.Config.On",
                "has(resource.Config)",
                "!has(resource.Config.On)",
                "resource.?Config.hasValue()",
                "resource.?Config.?On.orValue(true)",
                "resource.Config.Name.size() >= 0 && resource.Config.On",
                "resource.Config.Name + 'a' == 'a'",
                "resource.Name in [resource.Config.Name]",
                "resource.Config.Name in ['a', 'b']",
                "resource.Parts.exists_one(p, p.On == resource.Config.On)",
                "resource.Parts.filter(p, p.On && resource.Config.On).size() > 0",
                "resource.Parts.filter(p, resource.Config.On)[0].On",
                "[1, 2].map(i, resource.Config.On ? i : 0) == [1, 2]",
                "daysSince(timestamp(resource.Config.Name)) > 1",
                "policy(resource.Config.Name).size() == 1"
            })
    void whatDependsOnTheGapIsUnknown(String passes) {
        assertThat(judge(passes, DOCUMENT)).isEqualTo(unclear("thing:GetConfig AccessDenied"));
    }

    @Test
    void ofAnIncompleteListItsMembersAreCertainAndMoreMayBeThere() {
        var document = new Document(Map.of("Parts", List.of(ON)), Map.of("Parts", Things.gap("GetParts")));
        assertThat(judged("resource.Parts.exists(p, p.On)", Demand.PASSES, document))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(judged("resource.Parts.filter(p, p.On).size() > 0", Demand.PASSES, document))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(judged("resource.Parts.all(p, !p.On)", Demand.PASSES, document))
                .isInstanceOf(Fails.class);
        assertThat(judged("resource.Parts.filter(p, p.On)", Demand.VIOLATIONS, document))
                .isInstanceOf(Fails.class);
        for (var open : List.of(
                "resource.Parts.all(p, p.On)",
                "resource.Parts.size() == 1",
                "!resource.Parts.exists(p, !p.On)",
                "has(resource.Parts)")) {
            assertThat(judged(open, Demand.PASSES, document)).as(open).isInstanceOf(Unclear.class);
        }
        assertThat(judged("resource.Parts.filter(p, !p.On)", Demand.VIOLATIONS, document))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void ofAnIncompleteMapItsEntriesAreCertainAndMoreMayBeThere() {
        var document = new Document(Map.of("ByKey", Map.of("a", ON)), Map.of("ByKey", Things.gap("GetB")));
        assertThat(judged("resource.ByKey['a'].On", Demand.PASSES, document)).isEqualTo(new Holds(Text.NONE));
        assertThat(judged("['b', 'a'].filter(k, resource.ByKey[k].On)", Demand.VIOLATIONS, document))
                .isEqualTo(new Fails(List.of("a"), gaps("thing:GetB AccessDenied"), Text.NONE));
        for (var open : List.of(
                "resource.ByKey['b'].On",
                "resource.ByKey[resource.Name].On",
                "'a' in resource.ByKey",
                "resource.ByKey.all(k, k == 'a')",
                "resource.ByKey.size() == 1",
                "has(resource.ByKey)")) {
            assertThat(judged(open, Demand.PASSES, document)).as(open).isEqualTo(unclear("thing:GetB AccessDenied"));
        }
    }

    @Test
    void aProvenViolationStandsBesideTheGap() {
        assertThat(violations("resource.Parts.filter(p, !p.On || resource.Config.On)"))
                .isEqualTo(new Fails(List.of(OFF), gaps("thing:GetConfig AccessDenied"), Text.NONE));
        assertThat(violations("(resource.Parts + resource.More).filter(p, !p.On)"))
                .isEqualTo(new Fails(List.of(OFF), gaps("thing:GetMore AccessDenied"), Text.NONE));
        assertThat(violations("[resource.More, resource.Parts].flatten().filter(p, !p.On)"))
                .isEqualTo(new Fails(List.of(OFF), gaps("thing:GetMore AccessDenied"), Text.NONE));
        assertThat(violations("resource.Parts.map(p, {'on': p.On, 'too': resource.Config.On})"))
                .isEqualTo(new Fails(
                        List.of(Map.of("on", true), Map.of("on", false)),
                        gaps("thing:GetConfig AccessDenied"),
                        Text.NONE));
        assertThat(violations("resource.Config.On ? ['a', 'b'] : ['a']"))
                .isEqualTo(new Fails(List.of("a"), gaps("thing:GetConfig AccessDenied"), Text.NONE));
        assertThat(violations("resource.Config.On ? ['a'] : ['b']"))
                .isEqualTo(new Fails(List.of(), gaps("thing:GetConfig AccessDenied"), Text.NONE));
    }

    @Test
    void withoutOneThereMayBeViolationsOrNot() {
        assertThat(violations("resource.Parts.filter(p, !p.On && resource.Config.On)"))
                .isEqualTo(unclear("thing:GetConfig AccessDenied"));
        assertThat(violations("resource.More.filter(p, !p.On)")).isEqualTo(unclear("thing:GetMore AccessDenied"));
        assertThat(violations("resource.More.filter(p, resource.Name == 'b' && !p.On)"))
                .isEqualTo(new Holds(Text.NONE));
    }

    @Test
    void onlyWhatMattersIsNamed() {
        assertThat(judge("resource.Config.On || resource.More.size() == 0 && resource.Name == 'b'", DOCUMENT))
                .isEqualTo(unclear("thing:GetConfig AccessDenied"));
        assertThat(violations("resource.Parts.filter(p, p.On || resource.Config.On && p.On)"))
                .isEqualTo(new Fails(List.of(ON), new TreeSet<>(), Text.NONE));
    }

    @Test
    void aDemandWithoutViolationsNamesWhatItReadsInVain() {
        assertThat(judge("resource.Name == 'b' && resource.Config.On", DOCUMENT))
                .isEqualTo(new Fails(List.of(), gaps("thing:GetConfig AccessDenied"), Text.NONE));
    }

    @Test
    void errorsMatterOnlyWhereGapsWould() {
        assertThat(violations("resource.Parts.filter(p, !p.On || policy(resource.Name).size() > 0)"))
                .isEqualTo(
                        new Fails(List.of(OFF), gaps("policy: malformed policy document, it is not JSON"), Text.NONE));
        assertThat(judge("policy(resource.Name).size() > 0 || resource.Name == 'a'", DOCUMENT))
                .isEqualTo(new Holds(Text.NONE));
    }

    @Test
    void doubtWhetherTheConditionAppliesIsDoubt() {
        var gap = "thing:GetConfig AccessDenied";
        assertThat(judge("resource.Name == 'b'", "resource.Config.On")).isEqualTo(new Excluded());
        assertThat(judge("resource.Name == 'a' || resource.Config.On", "resource.Parts.size() == 2"))
                .isEqualTo(new Holds(Text.NONE));
        assertThat(judge("resource.Config.On", "resource.Parts.size() == 2")).isEqualTo(unclear(gap));
        assertThat(judge("resource.Config.On", "resource.Parts.size() == 3")).isEqualTo(unclear(gap));
        assertThat(judge("resource.Config.On", "resource.More.size() == 3"))
                .isEqualTo(new Unclear(gaps(gap, "thing:GetMore AccessDenied")));
    }

    @Test
    void definitionsCarryDoubtOn() {
        var definitions = new LinkedHashMap<String, String>();
        definitions.put("open", "resource.Parts.filter(p, !p.On || resource.Config.On)");
        definitions.put("never", "open.map(p, resource.More[7])");
        var fails = new Fails(List.of(OFF), gaps("thing:GetConfig AccessDenied"), Text.NONE);

        assertThat(Things.compile(definitions, "open.size() > 0", "region == '' ? never : open", Demand.VIOLATIONS)
                        .judge(DOCUMENT, Map.of(), Things.OCCASION))
                .isEqualTo(fails);
    }

    private static Outcome judged(String demand, Demand kind, Document document) {
        return Things.compile(Map.of(), null, demand, kind).judge(document, Map.of(), Things.OCCASION);
    }

    @Test
    void whatTakesTooLongIsUnclear() {
        var many = Document.of(Map.of("Name", "a", "Parts", Collections.nCopies(300, ON)));
        var loops = "resource.Parts.all(p, resource.Parts.all(q, resource.Parts.all(r, p.On && q.On && r.On)))";
        assertThat(judge(loops, many))
                .isEqualTo(new Unclear(
                        new TreeSet<>(List.of("the condition takes more than 5000000 steps on this resource"))));
        assertThat(judge("resource.Parts.all(p, resource.Parts.all(q, p.On && q.On))", many))
                .isEqualTo(new Holds(Text.NONE));
    }

    private static Outcome judge(String passes, Document document) {
        return Things.compile(Map.of(), null, passes, Demand.PASSES).judge(document, Map.of(), Things.OCCASION);
    }

    private static Outcome judge(String applies, String passes) {
        return Things.compile(Map.of(), applies, passes, Demand.PASSES).judge(DOCUMENT, Map.of(), Things.OCCASION);
    }

    private static Outcome violations(String violations) {
        return Things.compile(Map.of(), null, violations, Demand.VIOLATIONS).judge(DOCUMENT, Map.of(), Things.OCCASION);
    }

    private static Unclear unclear(String cause) {
        return new Unclear(gaps(cause));
    }

    private static TreeSet<String> gaps(String... gaps) {
        return new TreeSet<>(List.of(gaps));
    }
}
