// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/clients/client_service.h"
#include "tests/support/small_shop.h"
#include "ui/backup/backup_page.h"
#include "ui/backup/restore_page.h"
#include "ui/backup/take_everything.h"
#include "ui/backup/take_tables.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! From "no copies" to a shop made again from one, by what stands on the screens.
class TestBackupPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config->path());
        m_stick = std::make_unique<QTemporaryDir>();
        m_shop = std::make_unique<test::SmallShop>();
        m_drafts = DraftKeeper::open(*m_shop->session, m_shop->clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_shop->session, *m_shop->door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_shop->session, *m_shop->door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        m_keeper = std::make_unique<backup::BackupKeeper>(m_shop->path(), m_shop->clock);
        QSignalSpy looked(m_keeper.get(), &backup::BackupKeeper::changed);
        m_keeper->start();
        QVERIFY(looked.wait());
        m_page = std::make_unique<BackupPage>(*m_desk, *m_keeper);
        m_page->resize(1100, 700);
        m_page->show();
        m_page->arrive();
    }
    void cleanup()
    {
        m_page.reset();
        m_keeper.reset();
        m_desk.reset();
        m_drafts.reset();
        m_shop.reset();
    }

    void aCodeIsKeptOnlyOnceItIsOnPaper()
    {
        const QString code = shownCode();
        QCOMPARE(code.size(), qsizetype(24));
        typeCode(QStringLiteral("ZZZZ"));
        button("It is written down")->click();
        QVERIFY(field("Its last four")->hasError());
        QVERIFY(!m_keeper->hasCode());
        typeCode(code.right(4).toLower());
        button("It is written down")->click();
        QTRY_VERIFY(m_keeper->hasCode());
        QTRY_VERIFY(shownCode().isEmpty());
    }

    void fromNothingToAShopMadeAgain()
    {
        const QString code = shownCode();
        typeCode(code.right(4));
        button("It is written down")->click();
        QTRY_VERIFY(m_keeper->hasCode());
        QVERIFY(!button("Back up now")->isEnabled());
        m_keeper->setPlaces({m_stick->path()});
        QTRY_VERIFY(m_keeper->newest()); // today's was due
        QTRY_VERIFY(!m_keeper->isRunning());
        QVERIFY(says(QStringLiteral("read back and verified")));
        QVERIFY(says(QStringLiteral("On the shop’s own disk")));
        savePicture(*m_page, "backups");

        const QString target = m_shop->dir.filePath(QStringLiteral("again.thimblely"));
        RestorePage restore(target, m_shop->clock);
        restore.show();
        restore.setBackup(m_keeper->places()[0].newest->path);
        QSignalSpy restored(&restore, &RestorePage::restored);
        type(restore, "Backup code", QStringLiteral("0000-0000-0000-0000-0000"));
        press(restore, "Look into it");
        QTRY_VERIFY(saysIn(restore, QStringLiteral("does not open")));
        type(restore, "Backup code", code.toLower());
        press(restore, "Look into it");
        QTRY_VERIFY(saysIn(restore, QStringLiteral("Bello: 0 clients")));
        QVERIFY(saysIn(restore, QStringLiteral("(time of Africa/Lagos)")));
        QVERIFY(saysIn(restore, QStringLiteral("Read to its end")));
        savePicture(restore, "restore");
        press(restore, "Make the file");
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(restored[0][0].toString(), target);
        const auto store = access::PrincipalStore::open({target}).value();
        QCOMPARE(store->faces()->size(), size_t(1));
    }

    void aStickThatIsNotThereIsSaid()
    {
        m_keeper->setPlaces({QStringLiteral("/nowhere/stick")});
        QTRY_VERIFY(says(QStringLiteral("is not there")));
        button("Remove")->click();
        QTRY_VERIFY(m_keeper->places().empty());
        QVERIFY(says(QStringLiteral("Nowhere yet")));
    }

    //! With the day of its last copy, said once.
    void aStickThatWasPulledKeepsItsDay()
    {
        typeCode(shownCode().right(4));
        button("It is written down")->click();
        QTRY_VERIFY(m_keeper->hasCode());
        const QString stick = m_stick->filePath(QStringLiteral("stick"));
        QVERIFY(QDir().mkpath(stick));
        m_keeper->setPlaces({stick});
        QTRY_VERIFY(m_keeper->newest());
        QTRY_VERIFY(!m_keeper->isRunning());
        QVERIFY(QDir(stick).removeRecursively());
        button("Back up now")->click();
        QTRY_VERIFY(says(QStringLiteral("is not there")));
        QTRY_VERIFY(!m_keeper->isRunning());
        QVERIFY(says(QStringLiteral("The last copy there is of ")));
        int said = 0;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said += label->isVisible() && label->text().contains(QStringLiteral("is not there"));
        QCOMPARE(said, 1);
        savePicture(*m_page, "backups-away");
    }

    void aDoubleClickRemovesOne()
    {
        m_keeper->setPlaces({QStringLiteral("/nowhere/one"), QStringLiteral("/nowhere/two")});
        QTRY_VERIFY(says(QStringLiteral("/nowhere/two")));
        auto *remove = button("Remove");
        remove->click();
        remove->click();
        QTRY_COMPARE(m_keeper->places().size(), size_t(1));
        QCOMPARE(m_keeper->places()[0].folder, QStringLiteral("/nowhere/two"));
    }

    void whatWasRemovedByMistakeComesBack()
    {
        m_keeper->setPlaces({QStringLiteral("/nowhere/one"), QStringLiteral("/nowhere/two")});
        QTRY_VERIFY(says(QStringLiteral("/nowhere/two")));
        std::function<void()> undo;
        connect(&m_desk->notices(), &Notices::saidWithUndo, this,
                [&](const QString &, const std::function<void()> &back) { undo = back; });
        button("Remove")->click();
        QTRY_COMPARE(m_keeper->places().size(), size_t(1));
        QVERIFY(undo);
        undo();
        QTRY_COMPARE(m_keeper->places().size(), size_t(2));
        QTRY_VERIFY(says(QStringLiteral("/nowhere/one")));
    }

    void everythingIsTakenAlong()
    {
        auto *take = m_page->findChild<TakeEverything *>();
        QVERIFY(take);
        take->takeInto(m_stick->path());
        QVERIFY(take->isBusy());
        QTRY_VERIFY(!take->isBusy());
        QTRY_VERIFY(says(QStringLiteral("are in")));
        take->takeInto(m_stick->path()); // the second of a day
        QTRY_VERIFY(!take->isBusy());
        QStringList made = QDir(m_stick->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(made.size(), 2);
        QVERIFY2(made[1] == made[0] + QStringLiteral("-2"), qPrintable(made.join(u' ')));
        QVERIFY(QFile::exists(QDir(m_stick->path()).filePath(made[0] + QStringLiteral("/clients.jsonl"))));
        savePicture(*m_page, "take-everything");
        take->takeInto(QStringLiteral("/nowhere/stick"));
        QTRY_VERIFY(says(QStringLiteral("Nothing can be written")));
        take->takeInto(m_stick->path());
        take->stop();
        QTRY_VERIFY(!take->isBusy());
        QVERIFY(says(QStringLiteral("Nothing was left behind")));
        QCOMPARE(QDir(m_stick->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), made);
    }

    void clientsAndPricesAsFilesForOtherPrograms()
    {
        ClientDraft ada;
        ada.name = QStringLiteral("Ada Obi");
        QVERIFY(changes::await(ClientService(*m_shop->session, *m_shop->door).add(ada)).ok());
        auto *tables = m_page->findChild<TakeTables *>();
        QVERIFY(tables);
        const std::pair<TakeTables::Kind, const char *> kinds[] = {{TakeTables::ClientCards, "FN:Ada Obi"},
                                                                   {TakeTables::ClientTable, "Ada Obi"},
                                                                   {TakeTables::ProductTable, "name"}};
        for (const auto &[kind, holds] : kinds) {
            const QString path = m_stick->filePath(QStringLiteral("out-%1").arg(int(kind)));
            tables->write(kind, path);
            QTRY_VERIFY(QFile::exists(path));
            QTRY_VERIFY(says(QStringLiteral("entries are in ") + QDir::toNativeSeparators(path)));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains(holds));
        }
        tables->write(TakeTables::ClientCards, QStringLiteral("/nowhere/clients.vcf"));
        QTRY_VERIFY(button("Clients as cards (vCard)…")->isEnabled());
        QVERIFY(!says(QStringLiteral("/nowhere")) || says(QStringLiteral("▲")));
    }

private:
    static void savePicture(QWidget &page, const char *name)
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        page.resize(1198, 712);
        for (const auto &[scheme, end] : {std::pair(Scheme::Light, ""), std::pair(Scheme::Dark, "-dark")}) {
            Theme::instance().setScheme(scheme);
            QCoreApplication::processEvents(); // which tells every widget of its colours
            page.grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(end) + QStringLiteral(".png"));
        }
        Theme::instance().setScheme(Scheme::Light);
    }
    static QList<QLabel *> labels(const QWidget &in) { return in.findChildren<QLabel *>(); }
    static bool saysIn(const QWidget &page, const QString &words)
    {
        const auto all = labels(page);
        return std::ranges::any_of(
            all, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool says(const QString &words) const { return saysIn(*m_page, words); }
    QString shownCode() const
    {
        static const QRegularExpression code(QStringLiteral("^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$"));
        for (const QLabel *label : labels(*m_page)) {
            if (label->isVisible() && code.match(label->text()).hasMatch())
                return label->text();
        }
        return {};
    }
    static QAbstractButton *buttonIn(const QWidget &page, const char *text)
    {
        for (QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
            if (button->text() == QString::fromUtf8(text) && button->isVisible())
                return button;
        }
        qFatal("no button %s", text);
    }
    QAbstractButton *button(const char *text) const { return buttonIn(*m_page, text); }
    static void press(const QWidget &page, const char *text)
    {
        QTRY_VERIFY(buttonIn(page, text)->isEnabled());
        buttonIn(page, text)->click();
    }
    static FieldEdit *fieldIn(const QWidget &page, const char *name)
    {
        for (FieldEdit *field : page.findChildren<FieldEdit *>()) {
            if (field->edit()->accessibleName().startsWith(QString::fromUtf8(name)))
                return field;
        }
        qFatal("no field %s", name);
    }
    FieldEdit *field(const char *name) const { return fieldIn(*m_page, name); }
    static void type(const QWidget &page, const char *name, const QString &text)
    {
        QLineEdit *edit = fieldIn(page, name)->edit();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void typeCode(const QString &text) { type(*m_page, "Its last four", text); }

    std::unique_ptr<QTemporaryDir> m_config;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<backup::BackupKeeper> m_keeper;
    std::unique_ptr<BackupPage> m_page;
};

QTEST_MAIN(TestBackupPage)
#include "tst_backup_page.moc"
