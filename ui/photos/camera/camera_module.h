// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QImage>
#include <QString>

#include <functional>

class QWidget;

namespace thimblely::ui {

//! What becomes of a look through the camera: a picture, or why there is none (English words of the system). GUI thread.
struct CameraAnswers {
    std::function<void(const QImage &)> taken;
    std::function<void(const QString &)> failed;
};

/*!
 * Shows what the camera sees, over `parent`; its button or Enter takes the picture, Escape leaves. nullptr where the
 * computer has no camera. The view ends itself. What the module gives under openCameraName.
 */
using OpenCamera = QWidget *(*)(QWidget *parent, const QString &takeWords, CameraAnswers answers);

inline constexpr char openCameraName[] = "thimblelyOpenCamera";

} // namespace thimblely::ui
