// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/photos/camera/camera_module.h"

#include <QCamera>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QWidget>

class QPushButton;
class QVideoWidget;

namespace thimblely::ui {

//! What the camera sees, until a picture is taken of it.
class CameraView : public QWidget {
    Q_OBJECT

public:
    CameraView(const QCameraDevice &device, const QString &takeWords, CameraAnswers answers, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void take();
    void fail(const QString &words);

    CameraAnswers m_answers;
    QCamera m_camera;
    QImageCapture m_capture;
    QMediaCaptureSession m_session;
    QVideoWidget *m_video;
    QPushButton *m_take;
};

} // namespace thimblely::ui
