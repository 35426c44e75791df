// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_service.h"
#include "ui/widgets/pane.h"

#include <optional>

class QStackedLayout;

namespace thimblely::ui {

class Button;
class ClientsModel;
class Desk;
class ListView;
class SectionHead;
class Segmented;

/*!
 * The list of clients with its filter and order. The current row is the client whose card is shown; Enter asks for the
 * editor, Delete for the bin. Place, filter and order stay while other screens are shown.
 */
class ClientListPane : public Pane {
    Q_OBJECT
public:
    explicit ClientListPane(Desk &desk, QWidget *parent = nullptr);

    ClientsModel *model() { return m_model; }
    ListView *view() { return m_view; }
    std::optional<ClientId> current() const;
    //! Makes the client's row current where it has been read already, without telling; else none is.
    void setCurrent(ClientId id);
    void focusList();
    void apply(const changes::ChangeSet &changes);
    //! Reads the first page, where that was not done yet.
    void load();

Q_SIGNALS:
    void currentChanged(thimblely::ClientId client);
    void editRequested(thimblely::ClientId client);
    void removeRequested(thimblely::ClientId client);
    void newRequested();
    //! A book of another program is to be brought in.
    void importRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildEmpty(const QByteArray &icon, const QString &sentence, const QString &action);
    void show(ClientFilter filter, ClientSort sort);
    void chooseSort();
    void offerMore();
    void refreshCount();
    void refreshEmpty();
    void restyle();

    Desk &m_desk;
    ClientsModel *m_model;
    SectionHead *m_head = nullptr;
    Button *m_sort = nullptr;
    Button *m_new = nullptr;
    Button *m_more = nullptr; // null: nothing more for this person
    Segmented *m_filter = nullptr;
    ListView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_noneAtAll = nullptr;
    QWidget *m_noneHere = nullptr;
    bool m_quiet = false;
    bool m_counting = false;
    bool m_countAgain = false; // it changed meanwhile
};

} // namespace thimblely::ui
