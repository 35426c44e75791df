// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/camera/camera_view.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QMediaDevices>
#include <QPushButton>
#include <QVBoxLayout>
#include <QVideoWidget>

namespace thimblely::ui {

CameraView::CameraView(const QCameraDevice &device, const QString &takeWords, CameraAnswers answers, QWidget *parent)
    : QWidget(parent, Qt::Dialog), m_answers(std::move(answers)), m_camera(device), m_video(new QVideoWidget(this)),
      m_take(new QPushButton(takeWords, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto *rows = new QVBoxLayout(this);
    m_video->setMinimumSize(480, 360);
    m_video->setAccessibleName(device.description());
    rows->addWidget(m_video, 1);
    rows->addWidget(m_take);
    m_take->setMinimumHeight(44);
    m_take->setDefault(true);
    m_session.setCamera(&m_camera);
    m_session.setImageCapture(&m_capture);
    m_session.setVideoOutput(m_video);
    connect(m_take, &QPushButton::clicked, this, &CameraView::take);
    connect(&m_camera, &QCamera::errorOccurred, this, [this](auto, const QString &words) { fail(words); });
    connect(&m_capture, &QImageCapture::errorOccurred, this, [this](int, auto, const QString &words) { fail(words); });
    connect(&m_capture, &QImageCapture::imageCaptured, this, [this](int, const QImage &image) {
        const auto taken = m_answers.taken;
        close();
        taken(image);
    });
    m_camera.start();
    m_take->setFocus();
}

void CameraView::take()
{
    m_take->setEnabled(false); // one press is one picture
    m_capture.capture();
}

void CameraView::fail(const QString &words)
{
    const auto failed = m_answers.failed;
    close();
    failed(words);
}

void CameraView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        QWidget::keyPressEvent(event);
}

void CameraView::closeEvent(QCloseEvent *event)
{
    m_camera.stop();
    QWidget::closeEvent(event);
}

} // namespace thimblely::ui

extern "C" Q_DECL_EXPORT QWidget *thimblelyOpenCamera(QWidget *parent, const QString &takeWords,
                                                      thimblely::ui::CameraAnswers answers)
{
    const QCameraDevice device = QMediaDevices::defaultVideoInput();
    if (device.isNull())
        return nullptr;
    auto *view = new thimblely::ui::CameraView(device, takeWords, std::move(answers), parent);
    view->show();
    return view;
}
