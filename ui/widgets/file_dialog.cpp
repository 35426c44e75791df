// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/file_dialog.h"

#include <QFileIconProvider>
#include <QFileInfo>

namespace thimblely::ui {

namespace {

//! By what a file is called and is, never by what is in it. Asked on the dialog's thread too.
class NamesOnly : public QFileIconProvider {
public:
    NamesOnly()
        : m_folder(QFileIconProvider::icon(QFileIconProvider::Folder)),
          m_file(QFileIconProvider::icon(QFileIconProvider::File))
    {}
    QIcon icon(IconType type) const override { return type == File ? m_file : m_folder; }
    QIcon icon(const QFileInfo &info) const override { return info.isDir() ? m_folder : m_file; }
    QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? QFileDialog::tr("Folder") : info.suffix().toUpper();
    }

private:
    QIcon m_folder;
    QIcon m_file;
};

NamesOnly &namesOnly()
{
    static NamesOnly provider;
    return provider;
}

} // namespace

//! It begins where there are folders only: until it has our icons it would look into the files of the folder it is in.
FileDialog::FileDialog(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
    : QFileDialog(parent, title, QDir::rootPath(), filter)
{
    setOption(DontUseNativeDialog);
    setIconProvider(&namesOnly());
    setDirectory(folder.isEmpty() ? QDir::homePath() : folder);
}

QString FileDialog::choose()
{
    return exec() == QDialog::Accepted ? selectedFiles().value(0) : QString();
}

QString FileDialog::file(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    const QFileInfo start(folder);
    FileDialog dialog(parent, title, start.isFile() ? start.absolutePath() : folder, filter);
    dialog.setFileMode(ExistingFile);
    return dialog.choose();
}

QString FileDialog::folder(QWidget *parent, const QString &title)
{
    FileDialog dialog(parent, title);
    dialog.setFileMode(Directory);
    dialog.setOption(ShowDirsOnly);
    return dialog.choose();
}

QString FileDialog::newFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter,
                            Options options)
{
    const QFileInfo start(proposed);
    FileDialog dialog(parent, title, start.isDir() ? proposed : start.absolutePath(), filter);
    dialog.setAcceptMode(AcceptSave);
    dialog.setFileMode(AnyFile);
    dialog.setOption(DontConfirmOverwrite, options.testFlag(DontConfirmOverwrite));
    if (!start.isDir())
        dialog.selectFile(start.fileName());
    return dialog.choose();
}

} // namespace thimblely::ui
