// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/add_person_page.h"
#include "ui/accounts/face_button.h"
#include "ui/shell/top_bar.h"

#include <QMenu>

using namespace thimblely;
using namespace thimblely::ui;

//! From the person menu to the colleague's first signing in, in the program's own window.
class TestAddPerson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    void theOwnerAddsACutterWhoSignsIn()
    {
        QVERIFY(m_shop->startAndSignIn());
        QVERIFY(offer());
        Page *before = m_shop->window().currentPage();
        offer()->trigger();
        QVERIFY(qobject_cast<AddPersonPage *>(m_shop->window().currentPage()));
        m_shop->press(Qt::Key_Escape);
        QCOMPARE(m_shop->window().currentPage(), before);
        offer()->trigger();
        m_shop->type("Bisi Cole");
        m_shop->press(Qt::Key_Tab);
        m_shop->press(Qt::Key_Right);
        QVERIFY(m_shop->tabTo(QStringLiteral("PIN")));
        m_shop->type("7193");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Bisi Cole is in the team now")));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->window().currentPage(), before, m_shop->patience);

        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        FaceButton *face = nullptr;
        const auto faces = m_shop->program->findChildren<FaceButton *>();
        for (FaceButton *each : faces) {
            if (each->isVisible() && each->face().name == QStringLiteral("Bisi Cole"))
                face = each;
        }
        QVERIFY(face);
        face->click();
        m_shop->type("7193");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<MainWindow>());
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->desk().principal().job, access::Job::Cutter, m_shop->patience);
        QVERIFY(!offer()); // who may not manage the team is not asked to
    }

private:
    QAction *offer() const
    {
        const auto actions = m_shop->window().findChild<TopBar *>()->personMenu()->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text() == QStringLiteral("Add a person…"))
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestAddPerson)
#include "tst_add_person.moc"
