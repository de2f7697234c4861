package io.shisei.scan.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptTests {

    @Test
    void givesUpAfterThreeErrors() {
        assertThat(new Attempt(3, 2).isTooMany()).isFalse();
        assertThat(new Attempt(4, 3).isTooMany()).isTrue();
        assertThat(new Attempt(4, 3).problem().en()).isEqualTo("broke off 3 times; the log says why");
    }

    @Test
    void bearsMoreDeathsOfWorkersThanErrors() {
        assertThat(new Attempt(10, 0).isTooMany()).isFalse();
        assertThat(new Attempt(11, 0).isTooMany()).isTrue();
        assertThat(new Attempt(12, 2).isTooMany()).isFalse();
    }
}
