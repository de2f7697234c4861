package io.shisei.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentDifferenceTests {

    @Test
    void namesTheInnermostPlace() {
        assertThat(differences(rules("10.0.0.0/8"), rules("0.0.0.0/0")))
                .containsExactly("Rules[0].IpRanges[0].CidrIp: 10.0.0.0/8 → 0.0.0.0/0");
    }

    @Test
    void saysNothingOfWhatIsTheSame() {
        assertThat(differences(rules("10.0.0.0/8"), rules("10.0.0.0/8"))).isEmpty();
    }

    @Test
    void tellsWhatCameAndWhatWentOfAList() {
        assertThat(differences(List.of("a", "b", "c"), List.of("a", "c"))).containsExactly("Rules[1]: b → null");
        assertThat(differences(List.of("a", "c"), List.of("new", "a", "c"))).containsExactly("Rules[0]: null → new");
        assertThat(differences(List.of("a", "a"), List.of("a"))).containsExactly("Rules[1]: a → null");
        assertThat(differences(List.of("a", "b", "z"), List.of("a", "c", "d", "z")))
                .containsExactly("Rules[1]: b → c", "Rules[2]: null → d");
    }

    @Test
    void tellsAFieldThatCameAndOneThatWent() {
        assertThat(differences(Map.of("a", 1, "odd.key", 2), Map.of("b", 1)))
                .containsExactly("Rules.a: 1 → null", "Rules.b: null → 1", "Rules[\"odd.key\"]: 2 → null");
    }

    @Test
    void leavesValuesOfAnotherStructureWhole() {
        assertThat(differences(List.of(1), Map.of("a", 1))).containsExactly("Rules: [1] → {a=1}");
        assertThat(differences(null, List.of(1))).containsExactly("Rules: null → [1]");
    }

    @Test
    void looksIntoAPolicyThatIsAText() {
        assertThat(differences(
                        "{\"Statement\": [{\"Principal\": \"me\"}]}", "{\"Statement\": [{\"Principal\": \"*\"}]}"))
                .containsExactly("Rules.Statement[0].Principal: me → *");
        assertThat(differences("{no JSON", "{nor this")).containsExactly("Rules: {no JSON → {nor this");
    }

    private static List<Map<String, Object>> rules(String cidr) {
        return List.of(Map.of("FromPort", 22, "IpRanges", List.of(Map.of("CidrIp", cidr))));
    }

    private static List<String> differences(Object before, Object after) {
        return DocumentDifference.between("Rules", before, after).stream()
                .map(it -> it.path() + ": " + it.before() + " → " + it.after())
                .toList();
    }
}
