package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every secret there is at every door there is, in its own workspace and in another: only the pair that belongs together
 * opens. A new secret is a new {@link SecretKind} here, and where it opens something a new {@link SecretDoor}.
 */
class SecretsAtDoorsTests extends DoorsTest {
    /** Each kind on one pair of workspaces: what is refused leaves no trace, so one secret can knock at all the doors. */
    @TestFactory
    Stream<DynamicTest> openTheirOwnDoorsAndNoOthers() {
        return Arrays.stream(SecretKind.values()).flatMap(kind -> {
            var round = new Round(kind);
            return Stream.of(
                            Arrays.stream(SecretDoor.values())
                                    .flatMap(door -> Stream.of(true, false)
                                            .filter(here -> !kind.opens(door, here))
                                            .map(here -> refusal(round, door, here))),
                            Stream.of(stillGood(round)),
                            Arrays.stream(SecretDoor.values())
                                    .flatMap(door -> Stream.of(true, false)
                                            .filter(here -> kind.opens(door, here))
                                            .map(here -> opening(kind, door, here))))
                    .flatMap(tests -> tests);
        });
    }

    private DynamicTest refusal(Round round, SecretDoor door, boolean here) {
        return DynamicTest.dynamicTest(
                "%s is refused at %s %s".formatted(round.kind, door, where(here)), () -> round.isRefused(door, here));
    }

    /** What was refused at every other door was a good secret all the time: afterwards it opens its own. */
    private DynamicTest stillGood(Round round) {
        return DynamicTest.dynamicTest(round.kind + " is still good after that", round::isStillGood);
    }

    private DynamicTest opening(SecretKind kind, SecretDoor door, boolean here) {
        return DynamicTest.dynamicTest("%s opens %s %s".formatted(kind, door, where(here)), () -> {
            var own = new Place(aWorkspace());
            var tried = here ? own : new Place(aWorkspace());
            String secret = own.hold(kind);

            assertThat(tried.opens(door, secret, own)).isTrue();
        });
    }

    private static String where(boolean here) {
        return here ? "here" : "in another workspace";
    }

    /** A secret of one kind, its own workspace and another. */
    private final class Round {
        private final SecretKind kind;
        private final Supplier<Place> own = SingletonSupplier.of(this::aBusyPlace);
        private final Supplier<Place> other = SingletonSupplier.of(this::aBusyPlace);
        private final Supplier<String> secret = SingletonSupplier.of(this::held);

        Round(SecretKind kind) {
            this.kind = kind;
        }

        private Place aBusyPlace() {
            var place = new Place(aWorkspace());
            place.othersComeIn();
            return place;
        }

        private String held() {
            nobodyHasKnocked();
            jdbc.sql("delete from operator_sign_in_try").update();
            return own.get().hold(kind);
        }

        void isRefused(SecretDoor door, boolean here) {
            String held = secret.get();
            Place tried = (here ? own : other).get();
            tried.newBrowsers();

            assertThat(tried.opens(door, held, own.get())).isFalse();
        }

        void isStillGood() {
            Place home = own.get();
            home.inTheFirstBrowser();
            Optional<SecretDoor> door = kind.opens().stream().sorted().findFirst();
            assertThat(door.map(its -> home.opens(its, secret.get(), home))).isIn(Optional.of(true), Optional.empty());
        }
    }
}
