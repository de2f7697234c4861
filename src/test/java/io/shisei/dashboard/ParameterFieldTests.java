package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterFieldTests {

    @Test
    void readsWhatWasTypedAsTheTypeWantsIt() {
        assertThat(ParameterField.value("int", " 7 ")).isEqualTo(7L);
        assertThat(ParameterField.value("double", " 0.5 ")).isEqualTo(0.5);
        assertThat(ParameterField.value("double", "24")).isEqualTo(24.0);
        assertThat(ParameterField.value("list(int)", "1, 2")).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void leavesTheRestForTheCatalogueToRefuse() {
        assertThat(ParameterField.value("int", "0.5")).isEqualTo("0.5");
        assertThat(ParameterField.value("double", "NaN")).isEqualTo("NaN");
    }
}
