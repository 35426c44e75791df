// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"
#include "core/notebook/notebook_page.h"
#include "ui/desk/page.h"
#include "ui/notebook/notebook_model.h"
#include "ui/photos/photo_intake.h"

#include <QTimer>

#include <optional>

class QCompleter;
class QMimeData;

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class NotebookTable;
class PrimaryButton;
class SectionHead;

/*!
 * Notebook day: what hangs in the shop when it begins with this program, typed off the old book like a ledger, a page at
 * a time. What was understood of the line and what is wrong with it stand beneath; a photo of the page comes from a
 * file, is dropped or pasted. A page goes in whole or not at all, the toast takes it back, and what is typed is on the
 * disk within a second.
 */
class NotebookPage : public Page {
    Q_OBJECT

public:
    static constexpr const char *draftScreen = "notebook";

    explicit NotebookPage(Desk &desk, QWidget *parent = nullptr);
    ~NotebookPage() override;

    static bool isFor(const access::Principal &principal);

    QString title() const override { return tr("Notebook day"); }
    void arrive() override;
    bool handle(ActionId id) override;

    NotebookModel &lines() { return *m_model; }

Q_SIGNALS:
    void importRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectTable();
    QWidget *buildFoot();
    void restore();
    void keep();
    void look();
    void showLine();
    void showCounts();
    void offerNames(const QString &typed, QCompleter *completer);
    void enter();
    bool takeBackCell();
    void entered(const notebook::Entered &page, const std::vector<int> &rows);
    void choosePhoto();
    void pastePhoto();
    void takePhoto(const QMimeData *mime);
    void takeIn(PhotoSource source);
    void showPhoto();
    QString understood(int row) const;

    Desk &m_desk;
    NotebookModel *m_model;
    NotebookTable *m_table = nullptr;
    SectionHead *m_head = nullptr;
    Label *m_line = nullptr;
    Label *m_problem = nullptr;
    Button *m_photoButton = nullptr;
    Button *m_dropPhoto = nullptr;
    PrimaryButton *m_enter = nullptr;
    QTimer m_soon;
    std::optional<changes::Media> m_photo;
    std::optional<NotebookModel::Typing> m_typing; // in a cell that has not kept it yet
    std::vector<QJsonArray> m_steps; // the lines as they were before each cell that was kept, the newest last
    QJsonArray m_now;                // and as they are
    bool m_photoComing = false;
    bool m_busy = false;
    int m_pages = 0; // entered since it was opened
};

} // namespace thimblely::ui
