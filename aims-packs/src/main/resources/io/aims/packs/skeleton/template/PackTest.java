package @java@;

import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.testing.junit.RulePackContract;
import java.nio.file.Path;

/** Tests the pack as "aims pack verify", "test", "coverage" and "mutate" do, in the build. */
class @Camel@PackTest implements RulePackContract {

    @Override
    public PackSource pack() {
        return PackSource.folder(Path.of(""));
    }

    @Override
    public PackLoader loader() {
        return PackLoader.standard().beside(RulePacks.standard());
    }
}
