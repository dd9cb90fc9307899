"""What a clinic's privacy officer can check: statements, the code that makes them true, the tests that prove them."""

from dataclasses import dataclass

from prep.i18n import noop as _


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. A test sees to it that code and test exist under the names given."""

    says: str
    code: str
    """A file and a name in it, such as "prep/app.py: create_app"."""

    test: str
    check: str
    """How to see it oneself, without reading code."""


CLAIMS = (
    Claim(
        _("Answers travel in the body of a request only. They are in no address."),
        "prep/web/views/checklist.py: checklist",
        "tests/web/middleware/test_security_headers.py: test_no_page_holds_a_link_or_an_action_with_an_answer",
        _("Fill in the form and watch the address bar: it never shows an answer."),
    ),
    Claim(
        _("No answer goes into a cookie or a session. There is no key to write one with."),
        "prep/app.py: create_app",
        "tests/web/middleware/test_security_headers.py: test_a_session_cannot_even_be_written",
        _("Open the browser’s tools for web storage after use: they are empty."),
    ),
    Claim(
        _("The log of requests holds method, kind of page, result and time. It holds no internet address."),
        "prep/web/middleware/access_log.py: init_access_log",
        "tests/web/middleware/test_access_log.py: test_the_log_holds_nothing_about_a_person",
        _("Read the log while someone fills in the form."),
    ),
    Claim(
        _("The web server’s own messages name neither the person’s address nor what was asked for."),
        "prep/server/gunicorn.py: DiscreetLog",
        "tests/server/test_gunicorn.py: test_its_log_tells_nothing_about_who_sent_what",
        _("Send a broken request, and read the log."),
    ),
    Claim(
        _("When something fails, the log tells where in the code, but not what was typed."),
        "prep/web/middleware/errors.py: init_error_pages",
        "tests/web/middleware/test_errors.py: test_the_log_of_a_fault_shows_where_but_not_what_was_typed",
        _("Read the test: it makes a PDF fail, and reads the log."),
    ),
    Claim(
        _("Pages load nothing from other sites, and send nothing to them."),
        "prep/web/middleware/security_headers.py: CONTENT_SECURITY_POLICY",
        "tests/web/middleware/test_security_headers.py: test_no_page_asks_another_site_for_anything",
        _("Watch the network panel of the browser: one site only."),
    ),
    Claim(
        _("Browsers are told not to keep any page with answers. The empty form alone may be shown again."),
        "prep/web/middleware/security_headers.py: init_security_headers",
        "tests/web/middleware/test_security_headers.py: test_only_what_holds_no_answer_may_be_kept_by_browsers",
        _("Look at the header Cache-Control of any page after the form: no-store."),
    ),
    Claim(
        _("While the page is open, its memory keeps the steps, so that going back loses nothing. It uses no storage."),
        "static/steps.js: steps",
        "tests/project/test_dangerous_calls.py: test_our_scripts_do_without",
        _("Close the window and open the site again: the form is empty."),
    ),
    Claim(
        _("On a shared computer, going back finds an empty form, and an idle page is cleared after ten minutes."),
        "prep/web/shared_computer.py: is_shared",
        "tests/web/views/test_form.py: test_a_shared_computer_is_remembered_on_every_step",
        _("Choose “I am on a shared computer”, make a list, and press Back."),
    ),
    Claim(
        _("Only a clinic’s own sites can show its pages in a frame. Nobody can frame the others."),
        "prep/web/middleware/security_headers.py: init_security_headers",
        "tests/web/test_embed.py: test_a_clinics_pages_are_framed_by_its_own_sites_alone",
        _("Look at frame-ancestors in the header Content-Security-Policy."),
    ),
    Claim(
        _("The site around a frame is told how high the page is, and nothing else."),
        "static/framed.js: postMessage",
        "tests/stories/test_in_a_clinics_frame.py: test_messages_from_elsewhere_are_not_heeded",
        _("Read the script: it is short."),
    ),
    Claim(
        _("Answers are in the PDF only if the person ticks it. Else it holds nothing that is not printed."),
        "prep/web/forms/keep_answers.py: wanted",
        "tests/pdf/test_attachment.py: test_without_being_asked_for_nothing_is_in_the_file_that_is_not_printed",
        _("Look at the attachments of a PDF that you made without the tick: there are none."),
    ),
    Claim(
        _("An earlier list that a person sends is read in memory, and never reaches a disk."),
        "prep/web/forms/file_upload.py: sent_with_files",
        "tests/web/views/test_earlier.py: test_a_file_never_reaches_the_disk",
        _("Send one, and look for new files on the server."),
    ),
    Claim(
        _("The file that people download has one of two names. They tell if answers are in it, not which."),
        "prep/web/views/checklist.py: FILE_NAME",
        "tests/stories/test_the_evening_before.py: test_she_leaves_with_her_list",
        _("Download a list, and look at its name."),
    ),
)
