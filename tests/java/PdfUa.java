import java.io.FileInputStream;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints each file's name, and a tab and the rule for each PDF/UA-1 rule that it breaks. */
public class PdfUa {
    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        for (String file : files) {
            System.out.println(file);
            try (var parser = foundry.createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1)) {
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, 100_000, false, false, false);
                brokenRules(validator.validate(parser).getTestAssertions().stream())
                    .forEach(rule -> System.out.println(file + "\t" + rule));
            }
        }
    }

    private static Stream<String> brokenRules(Stream<TestAssertion> assertions) {
        return assertions
            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
            .map(one -> one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage())
            .distinct();
    }
}
