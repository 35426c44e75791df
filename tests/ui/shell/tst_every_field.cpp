// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/shell/every_screen.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace thimblely;

//! Whatever field of whatever screen: a key pressed in it is a draft at once. A new field that is none fails here.
class TestEveryField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_every = std::make_unique<test::EveryScreen>();
        QVERIFY(m_every->make());
        QVERIFY(m_every->shop.startAndSignIn());
        m_every->shop.program->resize(1366, 768);
    }
    void cleanupTestCase() { m_every.reset(); }

    void isADraft_data()
    {
        QTest::addColumn<QString>("screen");
        for (const QString &screen : m_every->names()) {
            if (screen != QLatin1String("encrypt") &&
                screen != QLatin1String("restore")) // nobody's desk: secrets, paths
                QTest::newRow(qPrintable(screen)) << screen;
        }
    }
    void isADraft()
    {
        QFETCH(const QString, screen);
        m_every->go(screen);
        QStringList lost;
        QList<QPointer<QWidget>> fields;
        for (QWidget *each : m_every->fields())
            fields.append(each);
        for (const QPointer<QWidget> &field : std::as_const(fields)) {
            if (!field || !field->isVisible() || test::EveryScreen::isNoDraft(*field))
                continue;
            if (!makesADraft(field))
                lost.append(field ? field->accessibleName() : QStringLiteral("(gone)"));
        }
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QStringLiteral(" | "))));
    }

private:
    //! Types a figure, which every field takes, and takes it away again.
    bool makesADraft(QWidget *field)
    {
        const QPointer<QWidget> here = field;
        field->setFocus(Qt::OtherFocusReason);
        if (auto *line = qobject_cast<QLineEdit *>(field))
            line->end(false);
        QCoreApplication::processEvents();
        const QByteArray before = drafts();
        QTest::keyClick(field, Qt::Key_7);
        QTest::qWait(2);
        const bool kept = drafts() != before;
        if (here)
            QTest::keyClick(here, Qt::Key_Backspace);
        QTest::qWait(2);
        return kept;
    }
    QByteArray drafts() const
    {
        QJsonArray all;
        for (const auto &draft : m_every->shop.desk().drafts().all())
            all.append(QJsonArray{QString::fromLatin1(draft.screen), draft.subject, draft.content});
        return QJsonDocument(all).toJson();
    }

    std::unique_ptr<test::EveryScreen> m_every;
};

QTEST_MAIN(TestEveryField)
#include "tst_every_field.moc"
