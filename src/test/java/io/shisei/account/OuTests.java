package io.shisei.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OuTests {

    @Test
    void knowsTheUnitsAroundIt() {
        assertThat(new Ou("/Work/Prod/Web").upToRoot())
                .extracting(Ou::path)
                .containsExactly("/Work/Prod/Web", "/Work/Prod", "/Work", "/");
        assertThat(Ou.ROOT.upToRoot()).containsExactly(Ou.ROOT);
    }

    @Test
    void takesASlashInANameForAPartOfIt() {
        var unit = Ou.ROOT.child("Work").child("Dev/Test");
        assertThat(unit.upToRoot()).containsExactly(unit, new Ou("/Work"), Ou.ROOT);
    }
}
