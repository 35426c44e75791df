// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/camera_button.h"

#include "core/base/log.h"
#include "ui/photos/camera/camera_module.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QWidget>

namespace thimblely::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Camera", text);
}

//! nullptr where it is not installed; it may be by the next time.
OpenCamera load()
{
    QLibrary module(QCoreApplication::applicationDirPath() + QStringLiteral("/" THIMBLELY_MODULES "/thimblely_camera"));
    const auto open = reinterpret_cast<OpenCamera>(module.resolve(openCameraName));
    if (!open)
        qCInfo(lcUi, "no camera: %ls", qUtf16Printable(module.errorString()));
    return open;
}

} // namespace

void takeByCamera(QWidget *window, std::function<void(const QImage &)> taken,
                  std::function<void(const QString &)> refused)
{
    const OpenCamera open = load();
    if (!open) {
        refused(say("The camera's part is not installed on this computer (Qt Multimedia). Take the photo with the "
                    "phone, or from a file."));
        return;
    }
    const auto failed = [refused](const QString &) {
        refused(say("The camera does not give a picture. Look whether another program has it, then try again."));
    };
    if (!open(window, say("Take the photo (Enter)"), {std::move(taken), failed}))
        refused(say("No camera is connected to this computer. Take the photo with the phone, or from a file."));
}

} // namespace thimblely::ui
