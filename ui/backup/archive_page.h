// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/archive/archive_look.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <optional>

class QProgressBar;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

/*!
 * From everything that was taken along (a folder of JSON Lines) to a shop that can be opened: which folder, what is in
 * it, the new password of who took it, and where the new file goes. Before anybody is signed in; it never touches a file
 * that is there, and makes a whole one or none.
 */
class ArchivePage : public QWidget {
    Q_OBJECT

public:
    //! `suggested`: where the new file goes unless somebody says otherwise.
    ArchivePage(QString suggested, const Clock &clock, QWidget *parent = nullptr);
    ~ArchivePage() override;

    void setFolder(const QString &path);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void restored(const QString &path, int missingPictures);
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *fileRow(FieldEdit *field, const QString &button, void (ArchivePage::*choose)());
    void chooseFolder();
    void chooseTarget();
    backup::Progress beginProgress();
    void lookInto();
    void showContents(const archive::ArchiveContents &contents);
    void forgetContents();
    void begin();
    void leave();
    void fail(const Error &error);
    void setBusy(bool busy);

    QString m_suggested;
    const Clock &m_clock;
    FieldEdit *m_folder = nullptr;
    FieldEdit *m_password = nullptr;
    FieldEdit *m_target = nullptr;
    Button *m_look = nullptr;
    QWidget *m_found = nullptr;
    Label *m_contents = nullptr;
    Button *m_restore = nullptr;
    Button *m_leave = nullptr;
    QProgressBar *m_progress = nullptr;
    Label *m_problem = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    bool m_busy = false;
};

} // namespace thimblely::ui
