// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFileDialog>

namespace thimblely::ui {

/*!
 * Qt's own file dialog, which looks into no file. The usual ones, the desktop's too, read the beginning of each to draw its
 * icon and say its kind, in our process: with the shop's file among them its locks would be gone (core/storage/vfs_file.h),
 * and with them what is written afterwards. Every file of this program is asked for by this.
 */
class FileDialog : public QFileDialog {
public:
    FileDialog(QWidget *parent, const QString &title, const QString &folder = {}, const QString &filter = {});

    //! Asks at once; empty where nothing was chosen.
    static QString file(QWidget *parent, const QString &title, const QString &folder = {}, const QString &filter = {});
    static QString folder(QWidget *parent, const QString &title);
    //! `proposed`: a file, or the folder to begin in. `Options`: DontConfirmOverwrite where the form asks itself.
    static QString newFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter = {},
                           Options options = {});

private:
    QString choose();
};

} // namespace thimblely::ui
