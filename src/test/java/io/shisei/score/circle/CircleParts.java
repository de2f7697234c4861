package io.shisei.score.circle;

import io.shisei.score.Trends;
import io.shisei.score.step.Steps;
import io.shisei.score.step.UnitSteps;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** Trends of accounts, units and all, for tests of what lies beside them. */
@TestConfiguration
@Import({
    CircleTrends.class,
    ScoresSince.class,
    UnitHistories.class,
    UnitLines.class,
    UnitTrends.class,
    UnitSteps.class,
    Trends.class,
    Steps.class
})
public class CircleParts {}
