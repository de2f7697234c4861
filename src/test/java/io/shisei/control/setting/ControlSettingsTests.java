package io.shisei.control.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.ControlId;
import io.shisei.control.Shipped;
import io.shisei.control.catalogue.Catalogue;
import io.shisei.test.DatabaseTest;
import jakarta.persistence.EntityManager;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ControlSettingsTests {

    private static final Catalogue CATALOGUE = Shipped.CATALOGUE;
    private static final ControlId S3_8 = new ControlId("S3.8");

    @Autowired
    StoredSettings settings;

    @Autowired
    EntityManager entities;

    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void areReadInOneStatementHoweverManyControlsThereAre() {
        var controls = SettingsInMemory.of(CATALOGUE, settings);
        controls.change(S3_8, false, null);
        entities.flush();
        entities.clear();
        statistics.clear();

        var all = controls.settings();

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        assertThat(all).hasSameSizeAs(controls.all());
        assertThat(all.keySet()).allSatisfy(id -> assertThat(all.get(id)).isEqualTo(controls.setting(id)));
        assertThat(all.get(S3_8).enabled()).isFalse();
    }
}
