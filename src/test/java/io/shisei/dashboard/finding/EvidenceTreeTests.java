package io.shisei.dashboard.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.api.Some;
import io.shisei.control.Evidence;
import io.shisei.dashboard.finding.EvidenceTree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTreeTests {

    @Test
    void putsFieldsTogetherAndMarksThoseOfTheSentence() {
        // The sentence is: BlockPublicAcls is false
        assertThat(drawn(Map.of("Block.BlockPublicAcls", false, "Block.IgnorePublicAcls", true, "Name", "data")))
                .isEqualTo("Block(BlockPublicAcls=false!, IgnorePublicAcls=true), Name=data");
    }

    @Test
    void marksViolationsWhereverTheyStand() {
        var open = new TreeMap<>(Map.of("CidrIp", "0.0.0.0/0", "FromPort", 22L));
        var rules = List.of(Map.of("FromPort", 443), Map.of("FromPort", 22, "CidrIp", "0.0.0.0/0"));
        assertThat(drawn(Map.of("Rules", rules), open))
                .isEqualTo("Rules([0](FromPort=443), [1](CidrIp=0.0.0.0/0, FromPort=22)!)");
    }

    @Test
    void tellsViolationsThatAreNoPartOfTheResource() {
        var evidence = evidence(Map.of("Keys", List.of("a", "b")), "b", "of its own");
        assertThat(Wrong.of(Some.finding(), evidence).besides(evidence)).containsExactly("of its own");
    }

    @Test
    void showsAllThatIsWrongOfLongLists() {
        var many = IntStream.range(0, 5000).mapToObj(n -> "key-" + n).toList();
        var evidence = evidence(Map.of("Keys", many), "key-4711");
        var keys = EvidenceTree.of(evidence, Wrong.of(Some.finding(), evidence))
                .roots()
                .getFirst();
        assertThat(keys.parts()).hasSize(13).last().isEqualTo(new Node("[4711]", "key-4711", true, List.of(), 0));
        assertThat(keys.more()).isEqualTo(4987);
    }

    private static Evidence evidence(Map<String, Object> values, Object... violations) {
        return new Evidence(values, List.of(violations), new TreeSet<>());
    }

    private static String drawn(Map<String, Object> values, Object... violations) {
        var evidence = evidence(values, violations);
        return drawn(
                EvidenceTree.of(evidence, Wrong.of(Some.finding(), evidence)).roots());
    }

    private static String drawn(List<Node> nodes) {
        return nodes.stream()
                .map(it -> it.name()
                        + (it.text() == null ? "(" + drawn(it.parts()) + ")" : "=" + it.text())
                        + (it.marked() ? "!" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
