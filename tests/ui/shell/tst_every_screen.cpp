// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/readable.h"
#include "tests/ui/shell/every_screen.h"
#include "ui/accounts/bring_back_page.h"
#include "ui/accounts/first_start_page.h"
#include "ui/accounts/join_page.h"
#include "ui/accounts/problem_page.h"
#include "ui/accounts/recover_page.h"
#include "ui/backup/salvage_page.h"
#include "ui/vault/unlock_page.h"

using namespace thimblely;
using namespace thimblely::ui;

//! Every screen of the real window in the sizes, directions, text sizes and colours that must hold, with long names.
class TestEveryScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isReadable_data();
    void isReadable();
    void isReadableBeforeAnybodyIsIn_data();
    void isReadableBeforeAnybodyIsIn();
    void aLongConditionShowsItsBeginning();

private:
    void open(bool mirrored);
    void addSizes(const QString &screen, bool mirrored);
    std::unique_ptr<QWidget> pageAlone(const QString &name);
    QStringList problems(QWidget &window) const;
    void show(QWidget &window, const QString &kind) const;

    test::OpenProgram &shop() { return m_every->shop; }

    std::unique_ptr<test::EveryScreen> m_every;
    std::optional<bool> m_mirrored;
};

void TestEveryScreen::initTestCase()
{
    m_every = std::make_unique<test::EveryScreen>();
    QVERIFY(m_every->make());
}

void TestEveryScreen::cleanupTestCase()
{
    m_every.reset();
    Theme::instance().setTextSizePercent(100);
    Theme::instance().setScheme(Scheme::Light);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

//! What is made in one direction is not asked to turn round: the program starts anew.
void TestEveryScreen::open(bool mirrored)
{
    if (m_mirrored == mirrored)
        return;
    shop().close();
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    QVERIFY(shop().startAndSignIn());
    m_mirrored = mirrored;
}

void TestEveryScreen::addSizes(const QString &screen, bool mirrored)
{
    for (const QSize size : {QSize(1366, 768), QSize(1024, 540)}) {
        for (const int percent : {100, 130}) {
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
                // Colours move nothing: dark where there is least room shows what dark can break.
                if (scheme == Scheme::Dark && (size.width() != 1024 || percent != 130))
                    continue;
                QTest::addRow("%s %d %d%s%s", qPrintable(screen), size.width(), percent, mirrored ? " mirrored" : "",
                              scheme == Scheme::Dark ? " dark" : "")
                    << screen << mirrored << size << percent << scheme;
            }
        }
    }
}

void TestEveryScreen::isReadable_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Scheme>("scheme");
    const QStringList names = m_every->names();
    for (const bool mirrored : {false, true}) {
        for (const QString &screen : names)
            addSizes(screen, mirrored);
    }
}

QStringList TestEveryScreen::problems(QWidget &window) const
{
    QStringList found = test::cutWords(window);
    found += test::misplaced(window);
    for (const QString &each : test::nameless(window))
        found.append(each + QStringLiteral(": without a name"));
    return found;
}

void TestEveryScreen::show(QWidget &window, const QString &kind) const
{
    const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
    if (!folder.isEmpty())
        window.grab().save(folder + u'/' + QString(kind).replace(u' ', u'-') + QStringLiteral(".png"));
}

void TestEveryScreen::isReadable()
{
    QFETCH(QString, screen);
    QFETCH(bool, mirrored);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(Scheme, scheme);
    open(mirrored);
    Theme::instance().setScheme(scheme);
    Theme::instance().setTextSizePercent(percent);
    shop().program->resize(size);
    m_every->go(screen);
    (void)shop().program->grab(); // what is shortened says so as it is painted
    const QStringList found = problems(*shop().program);
    show(*shop().program, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(shop().program->size(), size);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

//! The pages that stand there before anybody has signed in, or instead of the program.
std::unique_ptr<QWidget> TestEveryScreen::pageAlone(const QString &name)
{
    const QString path = shop().path();
    const Clock &clock = shop().clock;
    if (name == QLatin1String("first start"))
        return std::make_unique<FirstStartPage>(path + QStringLiteral(".new"), clock);
    if (name == QLatin1String("recover"))
        return std::make_unique<RecoverPage>(path, clock);
    if (name == QLatin1String("invited"))
        return std::make_unique<JoinPage>(path, clock);
    if (name == QLatin1String("bring back"))
        return std::make_unique<BringBackPage>(path, clock);
    if (name == QLatin1String("problem"))
        return std::make_unique<ProblemPage>(Error{ErrorKind::Corrupt, "storage.corrupt", {path}, {}}, path,
                                             clock.now());
    if (name == QLatin1String("salvage"))
        return std::make_unique<SalvagePage>(path, clock);
    if (name == QLatin1String("restore alone"))
        return std::make_unique<RestorePage>(path + QStringLiteral(".again"), clock);
    if (name == QLatin1String("encrypt new"))
        return std::make_unique<EncryptPage>(path, EncryptPage::For::NewShop, clock);
    if (name == QLatin1String("vault key"))
        return std::make_unique<EncryptPage>(path, EncryptPage::For::KeyOnceMore, clock);
    return std::make_unique<UnlockPage>(vault::placesFor(path));
}

void TestEveryScreen::isReadableBeforeAnybodyIsIn_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Scheme>("scheme");
    for (const char *name : {"first start", "recover", "invited", "bring back", "problem", "salvage", "restore alone",
                             "encrypt new", "vault key", "unlock"}) {
        for (const bool mirrored : {false, true})
            addSizes(QString::fromLatin1(name), mirrored);
    }
}

void TestEveryScreen::isReadableBeforeAnybodyIsIn()
{
    QFETCH(QString, page);
    QFETCH(bool, mirrored);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(Scheme, scheme);
    const Qt::LayoutDirection before = QGuiApplication::layoutDirection();
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    Theme::instance().setScheme(scheme);
    Theme::instance().setTextSizePercent(percent);
    const auto shown = pageAlone(page);
    shown->resize(size);
    shown->show();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    (void)shown->grab();
    const QStringList found = problems(*shown);
    show(*shown, QString::fromLatin1(QTest::currentDataTag()));
    QGuiApplication::setLayoutDirection(before);
    QCOMPARE(shown->size(), size);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestEveryScreen::aLongConditionShowsItsBeginning()
{
    open(false);
    shop().program->resize(1024, 540);
    m_every->go(QStringLiteral("half-done order"));
    const auto edits = shop().program->findChildren<QLineEdit *>();
    const auto named = [](const QLineEdit *edit) {
        return edit->isVisible() && edit->accessibleName().startsWith(QStringLiteral("Condition of piece"));
    };
    const auto found = std::ranges::find_if(edits, named);
    QVERIFY(found != edits.end());
    QLineEdit *condition = *found;
    condition->setFocus();
    shop().type("shine on the seat, a button is missing at the left cuff and the lining is torn under the arm");
    shop().press(Qt::Key_Tab);
    QVERIFY(!condition->hasFocus());
    QCOMPARE(condition->cursorPosition(), 0);
    condition->setFocus();
    QCOMPARE(condition->cursorPosition(), int(condition->text().size())); // gone on with at its end
}

QTEST_MAIN(TestEveryScreen)
#include "tst_every_screen.moc"
