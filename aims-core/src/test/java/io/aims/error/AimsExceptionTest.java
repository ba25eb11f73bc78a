package io.aims.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimsExceptionTest {

    private final AimsException exception =
            new AimsException(List.of(new Fault("AIMS-1003", "Wrong.", "Maybe right.", new Place("a.yaml", 1, 2))));

    @Test
    void it_is_an_illegal_argument_with_code_message_and_advice() {
        assertThat(new AimsException("AIMS-1001", "The id must not be blank.", "Give it any id."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AIMS-1001: The id must not be blank.\nGive it any id.");
    }

    @Test
    void its_faults_are_a_copy() {
        List<Fault> source = new ArrayList<>(exception.faults());
        AimsException copy = new AimsException(source);
        source.clear();

        assertThat(copy.faults()).hasSize(1);
        assertThatThrownBy(() -> copy.faults().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void without_a_fault_there_is_no_exception() {
        assertThatThrownBy(() -> new AimsException(List.of())).hasMessageContaining("at least one fault");
    }

    @Test
    void it_keeps_its_faults_when_it_is_sent_to_another_process() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((AimsException) in.readObject()).faults()).isEqualTo(exception.faults());
        }
    }

    @Test
    void a_fault_has_a_place_only_if_it_was_found_in_a_document() {
        assertThat(exception.faults().get(0).place()).contains(new Place("a.yaml", 1, 2));
        assertThat(Fault.of("AIMS-1001", "Wrong.", "Maybe right.").place()).isEmpty();
    }
}
