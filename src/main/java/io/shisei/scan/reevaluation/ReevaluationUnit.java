package io.shisei.scan.reevaluation;

import io.shisei.control.ControlId;
import io.shisei.coverage.Place;
import java.util.UUID;

/**
 * A control to judge the stored resources of a type in a place again.
 *
 * @param changeId the change of a setting because of which
 */
record ReevaluationUnit(ControlId control, Place place, String type, UUID changeId) {}
