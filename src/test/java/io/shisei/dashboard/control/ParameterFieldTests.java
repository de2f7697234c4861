package io.shisei.dashboard.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.parameter.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterFieldTests {

    @Test
    void readsWhatWasTypedAsTheTypeWantsIt() {
        assertThat(value("int", " 7 ")).isEqualTo(7L);
        assertThat(value("double", " 0.5 ")).isEqualTo(0.5);
        assertThat(value("double", "24")).isEqualTo(24.0);
        assertThat(value("list(int)", "1, 2")).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void leavesTheRestForTheCatalogueToRefuse() {
        assertThat(value("int", "0.5")).isEqualTo("0.5");
        assertThat(value("double", "NaN")).isEqualTo("NaN");
    }

    @Test
    void anEmptyFieldSaysNothing() {
        assertThat(ParameterField.value(new Parameter("int", null), " ")).isNull();
        assertThat(ParameterField.value(new Parameter("string", "a"), " ")).isNull();
        assertThat(ParameterField.value(new Parameter("list(string)", List.of("a")), " [] "))
                .isEqualTo(List.of());
    }

    private static @Nullable Object value(String type, String text) {
        return ParameterField.value(new Parameter(type, null), text);
    }
}
