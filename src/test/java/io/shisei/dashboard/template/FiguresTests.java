package io.shisei.dashboard.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void scoresOfStandardsAreWholeAsSecurityHubRoundsThem() {
        assertThat(Figures.percent(71)).isEqualTo("71%");
        assertThat(Figures.percent(71.0)).isEqualTo("71.0%");
        assertThat(Figures.percent(100.0)).isEqualTo("100%");
        assertThat(Figures.percent(null)).isEqualTo("–");
    }
}
