package io.shisei.control.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.shisei.control.ControlId;
import io.shisei.control.Shipped;
import io.shisei.control.catalogue.Catalogue;
import io.shisei.test.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ControlSettingsTests {

    private static final Catalogue CATALOGUE = Shipped.CATALOGUE;
    private static final ControlId S3_8 = new ControlId("S3.8");

    @Autowired
    StoredSettings settings;

    @Test
    void areReadAtOnceHoweverManyControlsThereAre() {
        var watched = mock(StoredSettings.class, delegatesTo(settings));
        var controls = SettingsInMemory.of(CATALOGUE, watched);
        controls.change(S3_8, false, null);
        clearInvocations(watched);

        var all = controls.settings();

        verify(watched).findAll();
        verifyNoMoreInteractions(watched);
        assertThat(all).hasSameSizeAs(controls.all());
        assertThat(all.keySet()).allSatisfy(id -> assertThat(all.get(id)).isEqualTo(controls.setting(id)));
        assertThat(all.get(S3_8).enabled()).isFalse();
    }
}
