package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Pages go on after the last one. */
class PatientTests {

    /** Pages called 1 to 3; those faults come, in order, before page {@code before}. */
    private static final class Troubled implements Iterator<Integer> {

        private final int before;
        private final List<RuntimeException> faults;
        private int page = 1;

        Troubled(int before, RuntimeException... faults) {
            this.before = before;
            this.faults = new ArrayList<>(List.of(faults));
        }

        @Override
        public boolean hasNext() {
            return page <= 3;
        }

        @Override
        public Integer next() {
            if (page == before && !faults.isEmpty()) {
                throw faults.removeFirst();
            }
            return page++;
        }
    }

    private static AwsServiceException fault(int status, String code) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static List<Integer> read(Troubled pages) {
        var read = new ArrayList<Integer>();
        new Patient<>(pages).forEachRemaining(read::add);
        return read;
    }

    @Test
    void asksForThePageAgainWhereAwsWasBusy() {
        assertThat(read(new Troubled(2, fault(503, "Busy"), fault(400, "ThrottlingException"))))
                .containsExactly(1, 2, 3);
        assertThat(read(new Troubled(3, fault(500, "InternalError")))).containsExactly(1, 2, 3);
    }

    @Test
    void givesUpAfterAFewTries() {
        var busy = fault(503, "Busy");
        assertThatThrownBy(() -> read(new Troubled(2, busy, busy, busy))).isSameAs(busy);
    }

    @Test
    void doesNotInsistOnWhatIsRefusedOrNeverBegan() {
        var denied = fault(403, "AccessDenied");
        assertThatThrownBy(() -> read(new Troubled(2, denied))).isSameAs(denied);
        var busy = fault(503, "Busy");
        assertThatThrownBy(() -> read(new Troubled(1, busy))).isSameAs(busy);
    }
}
