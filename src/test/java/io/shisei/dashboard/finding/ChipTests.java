package io.shisei.dashboard.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.Severity;
import io.shisei.dashboard.Pick;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ChipTests {

    @Test
    void leadsToTheListWithoutOneOfItsValues() {
        var request = request("severity=HIGH,LOW&severity=MEDIUM&q=a+b&pageToken=x");
        var chosen = Set.of(Severity.HIGH, Severity.LOW, Severity.MEDIUM);
        var chips = Chip.of(request, List.of(Pick.of("severity", "severity.", List.of(Severity.values()), chosen)));
        assertThat(chips).extracting(Chip::code).containsExactly("severity.HIGH", "severity.MEDIUM", "severity.LOW");
        assertThat(chips.getFirst().without()).isEqualTo("/findings?q=a+b&severity=LOW&severity=MEDIUM");
    }

    @Test
    void leavesCommasInArns() {
        var request = request("resourceId=arn:aws:iam::1:role/a,b&resourceId=arn:c,d");
        assertThat(Chip.of(request, "resourceId", List.of("arn:aws:iam::1:role/a,b")))
                .containsExactly(
                        new Chip("resourceId", null, "arn:aws:iam::1:role/a,b", "/findings?resourceId=arn%3Ac%2Cd"));
    }

    @Test
    void isNoneOfWhatIsChosenForWantOfAChoice() {
        var pick = Pick.of("severity", "severity.", List.of(Severity.values()), Set.of(Severity.HIGH));
        assertThat(Chip.of(request("q=a"), List.of(pick))).isEmpty();
    }

    private static MockHttpServletRequest request(String query) {
        var request = new MockHttpServletRequest("GET", "/findings");
        request.setQueryString(query);
        for (var part : query.split("&")) {
            request.addParameter(part.split("=")[0], part.split("=")[1]);
        }
        return request;
    }
}
