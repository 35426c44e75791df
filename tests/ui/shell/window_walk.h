// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order_service.h"
#include "tests/ui/shell/every_word.h"
#include "tests/ui/shell/open_program.h"
#include "ui/shell/workspace_menu.h"
#include "ui/widgets/nav.h"
#include "ui/widgets/search_field.h"
#include "ui/workspaces/my_workspaces_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>

namespace thimblely::test {

/*!
 * Goes everywhere that whoever is signed in can go, by the rail, their menu, the search and what leads from one screen to
 * another, and keeps every word that could be read, heard or found on the way, with what was said and refused meanwhile.
 */
class WindowWalk : public QObject {
public:
    explicit WindowWalk(OpenProgram &shop) : m_shop(shop)
    {
        ui::Notices &notices = shop.desk().notices();
        connect(&notices, &ui::Notices::said, this, [this](const QString &sentence) { m_said.append(sentence); });
        connect(&notices, &ui::Notices::failed, this, [this](const Error &error) {
            m_said.append(m_shop.desk().sentence(error) + QStringLiteral(" [") + describe(error) + u']');
            m_failures.push_back(error);
        });
    }

    const QStringList &said() const { return m_said; }
    //! Where one goes from one's workspaces to another: names what they are called.
    const QStringList &saidOfWorkspaces() const { return m_saidOfWorkspaces; }
    const std::vector<Error> &failures() const { return m_failures; }

    //! What the rail and the person's menu lead to, by their words.
    QStringList ways() const
    {
        QStringList found;
        const auto rows = m_shop.window().findChild<ui::NavBar *>()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *row : rows) {
            if (row->isVisible())
                found.append(row->text());
        }
        const auto actions = m_shop.window().findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (action->isVisible() && action->text().endsWith(u'…') && inAMenu(*action))
                found.append(action->text());
        }
        found.removeDuplicates();
        return found;
    }

    //! `typed`: what is searched for, and typed into every field that stands anywhere where `intoFields` says so.
    void everywhere(OrderId order, ClientId client, const QStringList &typed, bool intoFields = false)
    {
        m_fieldsText = intoFields ? typed.first() : QString();
        look();
        const auto rows = m_shop.window().findChild<ui::NavBar *>()->findChildren<QAbstractButton *>();
        for (QAbstractButton *row : rows) {
            if (row->isVisible() && row->isEnabled())
                goBy([row] { row->click(); });
        }
        const QStringList others = ways();
        const auto actions = m_shop.window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (others.contains(action->text()) && !action->text().startsWith(QStringLiteral("Practise")))
                goBy([action] { action->trigger(); });
        }
        ui::Navigation &navigation = m_shop.desk().navigation();
        const auto open = orders::OrderService(m_shop.desk().session(), m_shop.desk().door()).openOrders({}, 20);
        for (const auto &each : open ? open->rows : std::vector<orders::OrderRow>())
            goBy([&] { Q_EMIT navigation.openOrderRequested(each.id); });
        goBy([&] { Q_EMIT navigation.openOrderRequested(order); });
        goBy([&] { Q_EMIT navigation.clientRequested(client); });
        goBy([&] { Q_EMIT navigation.measureRequested(client, {}); });
        goBy([&] { Q_EMIT navigation.partyRequested(order); });
        for (const QString &each : typed)
            search(each);
        m_shop.press(Qt::Key_F1);
        look();
        m_shop.press(Qt::Key_Escape);
    }

private:
    static bool inAMenu(const QAction &action)
    {
        const auto objects = action.associatedObjects();
        return std::ranges::any_of(objects, [](QObject *each) { return qobject_cast<QMenu *>(each) != nullptr; });
    }
    template <typename Go>
    void goBy(Go go)
    {
        go();
        look();
        if (!m_fieldsText.isEmpty())
            typeIntoFields();
    }
    void look()
    {
        QTest::qWait(50);
        const EveryWord every(*m_shop.program);
        for (const EveryWord::Word &word : every.words()) {
            if (word.text.startsWith(m_shop.path()))
                continue;
            (isOfWorkspaces(word.where) ? m_saidOfWorkspaces : m_said).append(word.text);
        }
    }
    static bool isOfWorkspaces(const QObject *where)
    {
        for (const QObject *each = where; each; each = each->parent()) {
            if (qobject_cast<const ui::MyWorkspacesPage *>(each) || qobject_cast<const ui::WorkspaceMenu *>(each))
                return true;
        }
        return false;
    }
    //! Brings up what completes it, and who is there already.
    void typeIntoFields()
    {
        const auto fields = m_shop.window().currentPage()->findChildren<QLineEdit *>();
        for (const QPointer<QLineEdit> field : fields) {
            if (!field || !field->isVisible() || !field->isEnabled() || field->isReadOnly() ||
                field->echoMode() != QLineEdit::Normal || !field->text().isEmpty())
                continue;
            field->setFocus();
            QTest::keyClicks(field, m_fieldsText);
            look();
            if (field)
                field->clear();
        }
    }
    void search(const QString &typed)
    {
        m_shop.press(Qt::Key_K, Qt::ControlModifier);
        m_shop.child<ui::SearchField>()->clear();
        m_shop.type(typed);
        look();
        m_shop.child<ui::SearchField>()->clear();
        m_shop.press(Qt::Key_Escape);
    }

    OpenProgram &m_shop;
    QString m_fieldsText;
    QStringList m_said;
    QStringList m_saidOfWorkspaces;
    std::vector<Error> m_failures;
};

} // namespace thimblely::test
