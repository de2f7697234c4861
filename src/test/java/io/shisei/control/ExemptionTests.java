package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Document;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Docs/adr/0080 on every control: what fails does not vanish because the answer lacks a field of the resource. */
class ExemptionTests {

    /** Fields whose absence says something by itself: there is no such thing, or nobody knows what the resource is. */
    private static final Set<String> TELLING = Set.of(
            "autoScalingGroupProvider",
            "capacityProviderStrategy",
            "ConnectionType",
            "Endpoint",
            "Engine",
            "GroupName",
            "IpPermissions",
            "launchType",
            "MasterUsername",
            "NetworkInterfaces",
            "SpotFleetRequestConfig",
            "Status",
            "VpcConfig",
            "VpcId");

    private static final Controls CONTROLS = Shipped.controls();

    static Stream<Control> controls() {
        return CONTROLS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aFieldThatIsNotThereExemptsNothing(Control control) {
        control.examples().stream()
                .filter(example -> example.verdict() == Verdict.Failed.class)
                .forEach(example -> example.document().fields().keySet().stream()
                        .filter(field -> !TELLING.contains(field) && !isPart(example, field))
                        .forEach(field -> assertThat(
                                        Judged.example(control, example, without(field, example.document())))
                                .as("%s: %s, without %s", control.id(), example.name(), field)
                                .isNotInstanceOf(Verdict.NotApplicable.class)));
    }

    /** AWS says by an error code that a part is not configured; an answer that lacks it is a gap. */
    private static boolean isPart(Example example, String field) {
        return AwsTypes.named(example.type()).parts().containsKey(field);
    }

    private static Document without(String field, Document document) {
        var fields = new HashMap<>(document.fields());
        fields.remove(field);
        return new Document(fields, document.gaps());
    }
}
